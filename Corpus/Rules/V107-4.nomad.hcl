# V107: no host network and the one called "default" are the same
# expect: port-static-twice error
# mended: static = 8081
job "shop" {
  group "web" {
    network {
      port "http" {
        static = 8080
      }
      port "admin" {
        host_network = "default"
        static       = 8080 # <-
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
