# V244: an affinity has no is_not_set
# expect: affinity-unknown-operator error
# mended: operator = "="
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "is_not_set" # <-
    value = "r1"
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
