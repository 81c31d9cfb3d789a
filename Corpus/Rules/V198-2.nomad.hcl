# V198: an empty hook is none
# expect: lifecycle-unknown-hook error
# mended: hook = "poststart"
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
    task "init" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      lifecycle {
        hook = "" # <-
      }
    }
  }
}
