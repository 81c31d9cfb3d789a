# V285: since 1.10 policies of a vault block have no effect
# expect: vault-policies-useless warning
# mended: role = "shop"
# target-version: 1.10
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {
        policies = ["shop"] # <-
      }
    }
  }
}
