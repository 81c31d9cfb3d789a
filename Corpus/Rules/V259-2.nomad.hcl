# V259: lost_after is not negative
# expect: disconnect-malformed error
# mended: lost_after = "0s"
# mended: lost_after = "1h"
job "shop" {
  group "web" {
    disconnect {
      lost_after = "-1h" # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
