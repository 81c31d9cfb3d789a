# V210: further slashes belong to the model
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        device "nvidia/gpu/1080/ti" {
        }
      }
    }
  }
}
