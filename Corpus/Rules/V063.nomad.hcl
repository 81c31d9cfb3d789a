# V063: auto_promote needs canaries
# expect: update-promote-without-canary error
# mended: auto_promote = true\ncanary = 1
# mended: auto_promote = false
# mended:
job "shop" {
  group "web" {
    update {
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
