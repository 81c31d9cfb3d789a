# V226: a vault block has policies
# expect: vault-policies error
# mended: policies = ["shop"]
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {
        policies = [] # <-
      }
    }
  }
}
