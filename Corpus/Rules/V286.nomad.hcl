# V286: "enabled" of a logs block has no effect; "disabled" has
# expect: field-deprecated warning
# mended: disabled = false
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      logs {
        enabled = true # <-
      }
    }
  }
}
