# V265: an action has a name
# expect: action-malformed error
# mended: action "clear" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      action "" { # <-
        command = "/bin/clear"
      }
    }
  }
}
