# V270: a link has a label
# expect: ui-link-incomplete error
# mended: link {\n  label = "Runbook"
job "shop" {
  ui {
    link { # <-
      url = "https://example.com/runbook"
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
