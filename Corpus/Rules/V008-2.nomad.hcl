# V008: a type that is given is not empty
# expect: job-unknown-type error
# mended: type = "batch"
job "shop" {
  type = "" # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
