# V243: distinct_hosts does without
# expect: nothing
job "shop" {
  constraint {
    distinct_hosts = true
  }
  constraint {
    operator = "distinct_hosts"
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
