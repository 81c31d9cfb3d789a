# V275: canaries are promoted by themselves in all groups or in none
# expect: update-promote-some-groups warning
# mended: auto_promote = true
job "shop" {
  group "web" {
    update {
      canary = 1
      auto_promote = true
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
  group "api" {
    update {
      canary = 1
      auto_promote = false # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
