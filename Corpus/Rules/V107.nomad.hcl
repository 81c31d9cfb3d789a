# V107: a static port is asked for once
# expect: port-static-twice error
# mended: static = 8081
# mended: static = 8080\nhost_network = "public"
# mended: to = 8080
job "shop" {
  group "web" {
    network {
      port "http" {
        static = 8080
      }
      port "admin" {
        static = 8080 # <-
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
