# V063: 0 canaries are none
# expect: update-promote-without-canary error
# mended: auto_promote = false
job "shop" {
  group "web" {
    update {
      canary       = 0
      auto_promote = true # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
