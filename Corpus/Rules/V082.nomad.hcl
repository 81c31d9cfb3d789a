# V082: the delay is constant, exponential or fibonacci
# expect: reschedule-delay error
# mended: delay_function = "constant"
# mended: delay_function = "exponential"
# mended: delay_function = "fibonacci"
job "shop" {
  group "web" {
    reschedule {
      delay_function = "random" # <-
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
