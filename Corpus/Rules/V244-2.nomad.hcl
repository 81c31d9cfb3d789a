# V244: an affinity has no distinct_hosts
# expect: affinity-unknown-operator error
# mended: operator = "="
job "shop" {
  affinity {
    attribute = "${meta.rack}"
    operator = "distinct_hosts" # <-
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
