# V023: system jobs are not periodic
# expect: periodic-wrong-type error
# mended: periodic {\n  enabled = false
job "shop" {
  type = "system"

  periodic { # <-
    crons = ["@daily"]
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
