# V023: only batch and sysbatch jobs are periodic
# expect: periodic-wrong-type error
# mended: periodic {\n  enabled = false
job "shop" {
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
