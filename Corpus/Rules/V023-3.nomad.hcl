# V023: sysbatch jobs may be periodic
# expect: nothing
job "shop" {
  type = "sysbatch"

  periodic {
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
