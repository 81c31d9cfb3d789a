# V281: memory_max counts where the cluster allows oversubscription
# expect: nothing
# oversubscription: on
job "shop" {
  group "web" {
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
      resources {
        memory = 256
        memory_max = 512
      }
    }
  }
}
