# V016: the job's spreads are valid, the attribute among others
# expect: spread-missing-attribute error
# mended: spread { attribute = "${node.datacenter}" }
job "shop" {
  spread { weight = 70 } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
