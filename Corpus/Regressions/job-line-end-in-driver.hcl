job "wt" {
  datacenters = ["dc1"]
  type        = "service"

  group "g" {
    count = "many"

    task "t" {
      driver = "execb

      config {
              }

      user = { name = "x" }
    }
  }
}
