# V194: the constraints of a task are checked like others
# expect: constraint-unknown-operator error
# mended: operator = "="
# mended:
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      constraint {
        attribute = "${attr.cpu.arch}"
        operator = "like" # <-
        value = "amd64"
      }
    }
  }
}
