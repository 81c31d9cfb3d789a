# V244: an affinity has no distinct_property
# expect: affinity-unknown-operator error
# mended: operator = "="
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "distinct_property" # <-
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
