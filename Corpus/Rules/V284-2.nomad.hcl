# V284: "stop_after_client_disconnect" became the disconnect block
# expect: field-deprecated warning
# mended: disconnect {\n  stop_on_client_after = "1h"\n}
job "shop" {
  group "web" {
    stop_after_client_disconnect = "1h" # <-
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
