# V091: in a job for several regions the count may be 0 until the regions give theirs
# expect: nothing
job "shop" {
  multiregion {
    region "west" {
      count = 2
    }
  }

  group "web" {
    count = 0

    scaling {
      min = 2
      max = 5
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
