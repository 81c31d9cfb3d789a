# V048: a system job may have an update block
# expect: nothing
job "shop" {
  type = "system"

  update {
    max_parallel = 2
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
