# V275: groups without canaries do not matter
# expect: nothing
job "shop" {
  group "web" {
    update {
      canary = 1
      auto_promote = true
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
  group "api" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
