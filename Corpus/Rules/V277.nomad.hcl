# V277: "mbits" of a group's network has no effect
# expect: network-mbits warning
# mended: mbits = 0
# mended:
job "shop" {
  group "web" {
    network {
      mbits = 10 # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
