# V226: the policies have to be written
# expect: vault-policies error
# mended: vault {\n  policies = ["shop"]\n}
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {} # <-
    }
  }
}
