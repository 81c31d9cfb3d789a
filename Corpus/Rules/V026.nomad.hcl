# V026: the type is not "core"
# expect: job-unknown-type error
# mended: type = "system"
job "shop" {
  type = "core" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
