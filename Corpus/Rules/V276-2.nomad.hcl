# V276: a single instance may be replaced in parallel
# expect: nothing
job "shop" {
  group "web" {
    count = 1
    update {
      max_parallel = 4
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
