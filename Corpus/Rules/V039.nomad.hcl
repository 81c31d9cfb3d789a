# V039: the group's constraints are valid, the operator among others
# expect: constraint-unknown-operator error
# mended: operator = "!="
# mended:
job "shop" {
  group "web" {
    constraint {
      attribute = "${node.class}"
      operator  = "like" # <-
      value     = "fast"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
