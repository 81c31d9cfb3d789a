# V290: with --hcl2-strict=false a value for an undeclared variable is a warning
# expect: variable-undeclared warning elsewhere
# variables: tag=1.4
# strict: false
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
