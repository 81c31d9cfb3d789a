# V226: since 1.7 a vault block needs no policies
# expect: nothing
# target-version: 1.7
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      vault {}
    }
  }
}
