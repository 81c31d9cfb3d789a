# V075: the mode is compared as it is written, so a runtime reference is none
# expect: restart-malformed error
# mended: mode = "delay"
job "shop" {
  group "web" {
    restart {
      mode = "${meta.restart_mode}" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
