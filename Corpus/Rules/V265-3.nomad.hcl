# V265: the name of an action is its own
# expect: action-malformed error
# mended: action "clear-all" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      action "clear" {
        command = "/bin/clear"
      }
      action "clear" { # <-
        command = "/bin/clear"
      }
    }
  }
}
