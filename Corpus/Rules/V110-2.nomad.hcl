# V110: where a port of a task's network is mapped to is not looked at
# expect: nothing
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {
            to = 65536
          }
        }
      }
    }
  }
}
