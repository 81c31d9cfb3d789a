# V198: a lifecycle hook is prestart, poststart or poststop
# expect: lifecycle-unknown-hook error
# mended: hook = "prestart"
# mended: hook = "poststart"
# mended: hook = "poststop"
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
        hook = "prestop" # <-
      }
    }
  }
}
