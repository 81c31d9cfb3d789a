# V284: "prevent_reschedule_on_lost" became the disconnect block
# expect: field-deprecated warning
# mended: disconnect {\n  replace = false\n}
job "shop" {
  group "web" {
    prevent_reschedule_on_lost = true # <-
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
