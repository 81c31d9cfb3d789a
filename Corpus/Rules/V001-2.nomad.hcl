# V001: the region of a job for several regions may be empty: the regions have names
# expect: nothing
job "shop" {
  region = ""

  multiregion {
    region "west" {}
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
