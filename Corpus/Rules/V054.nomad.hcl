# V054: a group has one leader at most
# expect: group-several-leaders error
# mended: leader = false
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      leader = true

      config {
        image = "shop/server:1.4"
      }
    }

    task "logs" {
      driver = "docker"
      leader = true # <-

      config {
        image = "shop/logs:1.4"
      }
    }
  }
}
