# V025: a job for several regions needs Nomad Enterprise
# expect: multiregion-needs-enterprise warning
job "shop" {
  multiregion { # <-
    region "west" {
      count = 2
    }
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
