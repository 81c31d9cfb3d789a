# V036: a group has at least one task
# expect: group-missing-task error
# mended: group "web" {\n  task "server" {\n    driver = "docker"\n  }
job "shop" {
  group "web" { # <-
    count = 2
  }
}
