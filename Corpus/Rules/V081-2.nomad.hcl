# V081: the delay of a policy that never reschedules does not matter
# expect: nothing
job "shop" {
  group "web" {
    reschedule {
      attempts  = 0
      unlimited = false
      delay     = "1s"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
