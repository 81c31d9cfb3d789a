# V194: a task has no constraint distinct_property
# expect: constraint-distinct-in-task error
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      constraint { # <-
        distinct_property = "${meta.rack}"
      }
    }
  }
}
