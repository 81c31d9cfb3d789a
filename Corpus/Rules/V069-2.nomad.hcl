# V069: the stagger is not negative
# expect: update-negative error
# mended: stagger = "30s"
job "shop" {
  group "web" {
    update {
      stagger = "-30s" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
