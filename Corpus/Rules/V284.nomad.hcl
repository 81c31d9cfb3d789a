# V284: "max_client_disconnect" became the disconnect block
# expect: field-deprecated warning
# mended: disconnect {\n  lost_after = "1h"\n}
job "shop" {
  group "web" {
    max_client_disconnect = "1h" # <-
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
