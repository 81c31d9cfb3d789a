# V287: a task directly under the job is an old form
# expect: legacy-spelling info
job "shop" {
  task "server" { # <-
    driver = "docker"
    config {
      image = "shop/web:1.4"
    }
  }
}
