# V233: the payload of a dispatch is optional, required or forbidden
# expect: parameterized-unknown-payload error
# mended: payload = "optional"
# mended: payload = "required"
# mended: payload = "forbidden"
# mended: payload = ""
# mended:
job "shop" {
  type = "batch"
  parameterized {
    payload = "maybe" # <-
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
