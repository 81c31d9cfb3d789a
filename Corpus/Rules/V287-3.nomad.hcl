# V287: "reserved_ports" is an old form
# expect: legacy-spelling info
# mended: port "http" {
job "shop" {
  group "web" {
    network {
      reserved_ports "http" { # <-
        static = 8080
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
