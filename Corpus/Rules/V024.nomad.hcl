# V024: only batch and sysbatch jobs are parameterized
# expect: parameterized-wrong-type error
# mended:
job "shop" {
  parameterized { payload = "required" } # <-

  group "web" {
    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
