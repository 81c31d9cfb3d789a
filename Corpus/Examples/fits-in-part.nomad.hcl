# Ten transcoders want most of a large machine each: the fleet has room for some of them only.
job "transcode" {
  datacenters = ["*"]
  type        = "batch"

  group "worker" {
    count = 10

    task "ffmpeg" {
      driver = "docker"

      config {
        image = "registry.example/ffmpeg:7"
      }

      resources {
        cpu    = 12000
        memory = 24000
      }
    }
  }
}
