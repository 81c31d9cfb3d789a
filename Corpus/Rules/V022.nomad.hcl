# V022: a system job has a count of 1 at most
# expect: system-count-above-one error
# mended: count = 1
# mended: count = 0
# mended:
job "shop" {
  type = "system"

  group "web" {
    count = 2 # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
