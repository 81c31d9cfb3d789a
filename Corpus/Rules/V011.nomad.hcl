# V011: a job has at least one group
# expect: job-missing-group error
# mended: job "shop" {\n  group "web" {\n    task "server" {\n      driver = "docker"\n    }\n  }
job "shop" { # <-
  datacenters = ["dc1"]
}
