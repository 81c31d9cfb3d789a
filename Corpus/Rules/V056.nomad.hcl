# V056: each network is valid, its labels among others
# expect: port-duplicate-label error
# mended: port "metrics" {}
# mended:
job "shop" {
  group "web" {
    network {
      port "http" {}
      port "http" {} # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
