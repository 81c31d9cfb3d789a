# V279: a network belongs to the group
# expect: network-in-task warning
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        network { # <-
          port "http" {}
        }
      }
    }
  }
}
