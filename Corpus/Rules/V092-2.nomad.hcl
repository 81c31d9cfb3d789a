# V092: nothing else is said of a volume that is dropped
# expect: volume-unknown-type warning
job "shop" {
  type = "system"

  group "web" {
    volume "data" {
      type      = "nfs" # <-
      per_alloc = true
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
