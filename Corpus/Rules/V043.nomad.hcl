# V043: the group's spreads are valid, the attribute among others
# expect: spread-missing-attribute error
# mended: spread { attribute = "${meta.rack}" }
job "shop" {
  group "web" {
    spread { weight = 70 } # <-

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
