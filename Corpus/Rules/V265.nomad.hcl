# V265: the name of an action has letters, digits and dashes
# expect: action-malformed error
# mended: action "clear-cache" {
# mended: action "C2" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      action "clear cache" { # <-
        command = "/bin/clear"
      }
    }
  }
}
