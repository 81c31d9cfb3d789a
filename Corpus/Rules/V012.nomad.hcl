# V012: the job's constraints are valid, the operator among others
# expect: constraint-unknown-operator error
# mended: operator = "="
# mended: operator = "regexp"
# mended:
job "shop" {
  constraint {
    attribute = "${node.class}"
    operator  = "like" # <-
    value     = "fast"
  }

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
