# V263: before 1.8.7 it needs none
# expect: nothing
# target-version: 1.8.6
job "shop" {
  group "web" {
    network {
      mode = "bridge"
    }
    service {
      name = "web"
      connect {
        native = true
      }
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
