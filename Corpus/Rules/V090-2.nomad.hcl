# V090: a count that is not written is the lowest
# expect: nothing
job "shop" {
  group "web" {
    scaling {
      min = 3
      max = 3
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
