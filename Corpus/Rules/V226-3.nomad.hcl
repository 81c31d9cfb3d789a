# V226: "root" is not among the policies
# expect: vault-policies error
# mended: policies = ["shop", "rooted"]
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {
        policies = ["shop", "root"] # <-
      }
    }
  }
}
