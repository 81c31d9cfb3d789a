# V270: a link has an address
# expect: ui-link-incomplete error
# mended: url = "https://example.com/runbook"
job "shop" {
  ui {
    link {
      label = "Runbook"
      url = "" # <-
    }
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
