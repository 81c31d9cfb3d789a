# V014: the job's affinities are valid, the operator among others
# expect: affinity-unknown-operator error
# mended: operator = "="
# mended: operator = "set_contains_any"
# mended:
job "shop" {
  affinity {
    attribute = "${meta.ssd}"
    operator  = "is_set" # <-
    value     = "true"
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
