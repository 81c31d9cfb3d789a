# V231: a schedule that is switched off is not looked at
# expect: nothing
job "shop" {
  type = "batch"
  periodic {
    enabled = false
    crons = ["never"]
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
