# V197: a dispatch payload stays inside the allocation
# expect: dispatch-payload-escapes-allocation error
# mended: file = "../../input"
# mended: file = "input"
# mended: file = "/input"
job "shop" {
  type = "batch"
  parameterized {
    payload = "required"
  }
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      dispatch_payload {
        file = "../../../input" # <-
      }
    }
  }
}
