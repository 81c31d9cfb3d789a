# V041: the group's affinities are valid, the operator among others
# expect: affinity-unknown-operator error
# mended: operator = "<="
# mended:
job "shop" {
  group "web" {
    affinity {
      attribute = "${meta.ssd}"
      operator  = "distinct_property" # <-
      value     = "true"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
