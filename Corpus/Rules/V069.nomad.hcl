# V069: the stagger is above 0
# expect: update-negative error
# mended: stagger = "1ns"
job "shop" {
  group "web" {
    update {
      stagger = "0s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
