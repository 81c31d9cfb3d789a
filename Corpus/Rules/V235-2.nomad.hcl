# V235: an operator is written in small letters
# expect: constraint-unknown-operator error
# mended: operator = "regexp"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "Regexp" # <-
    value = "r1"
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
