# V106: the labels of ports are unique in a group
# expect: port-duplicate-label error
# mended: port "metrics" {
job "shop" {
  group "web" {
    network {
      port "http" {
        to = 8080
      }
      port "http" { # <-
        to = 9090
      }
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
