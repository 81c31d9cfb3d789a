# V106: two tasks may use one label in their own networks, as jobs that run do
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
          port "http" {}
        }
      }
    }

    task "logs" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }

      resources {
        network {
          port "http" {}
        }
      }
    }
  }
}
