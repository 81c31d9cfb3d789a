# V018: the names of groups are unique
# expect: group-duplicate-name error
# mended: group "api" {
# mended: group "Web" {
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }

  group "web" { # <-
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
