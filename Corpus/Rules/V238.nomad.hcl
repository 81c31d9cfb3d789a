# V238: the value of regexp is a regular expression of RE2
# expect: constraint-malformed-pattern error
# mended: value = "(r1|r2)"
# mended: value = ""
# mended: value = "^r[0-9]+$"
# mended: value = "(?i)R1"
job "shop" {
  constraint {
    attribute = "${meta.rack}"
    operator = "regexp"
    value = "(r1|r2" # <-
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
