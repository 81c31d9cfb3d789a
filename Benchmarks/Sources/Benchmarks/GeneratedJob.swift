/// Job files of any size, the same for the same seed: what people write, in the proportions in which they write it.
struct GeneratedJob {
  private var state: UInt64
  /// Bytes, so that no second copy of a large text counts as memory of what is measured.
  private var text: [UInt8] = []

  /// One job of at least `size` bytes: as many groups as it takes.
  static func bytes(size: Int, seed: UInt64 = 1) -> [UInt8] {
    var job = GeneratedJob(state: seed)
    job.text.reserveCapacity(size + 32_768)
    job.text += "locals {\n  level = 3\n}\n\n".utf8
    job.openJob(0)
    var group = 0
    while job.text.count < size {
      job.addGroup(0, group)
      group += 1
    }
    job.text += "}\n".utf8
    return job.text
  }

  /// Files with one job each, as a repository of jobs has them.
  static func files(count: Int, seed: UInt64 = 1) -> [[UInt8]] {
    var job = GeneratedJob(state: seed)
    return (0..<count).map { number in
      job.text = Array("locals {\n  level = 3\n}\n\n".utf8)
      job.openJob(number)
      for group in 0..<(1 + job.random(4)) { job.addGroup(number, group) }
      job.text += "}\n".utf8
      return job.text
    }
  }

  private init(state: UInt64) { self.state = state }

  private mutating func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % limit
  }

  private mutating func openJob(_ number: Int) {
    text +=
      """
      # Job \(number): made for measuring.
      variable "image_\(number)" {
        type        = string
        description = "Which image runs in job \(number)."
        default     = "registry.example.com/team/app-\(number):1.\(random(90)).\(random(20))"
      }

      job "app-\(number)" {
        datacenters = ["dc1", "dc\(random(9))"]
        type        = "service"
        priority    = \(random(100))

        meta {
          owner = "team-\(random(40))"
          stage = "production"
        }

        constraint {
          attribute = "${attr.kernel.name}"
          value     = "linux"
        }


      """.utf8
  }

  private mutating func addGroup(_ job: Int, _ group: Int) {
    text +=
      """
        group "group-\(group)" {
          count = \(1 + random(20))

          network {
            mode = "bridge"
            port "http" {
              to = \(8000 + random(1000))
            }
            port "metrics" { static = \(9000 + random(900)) }
          }

          // Registered where the port is.
          service {
            name = "app-\(job)-\(group)"
            port = "http"
            tags = ["urlprefix-/app\(job)", "v\(random(9))", "${NOMAD_ALLOC_INDEX}"]

            check {
              type     = "http"
              path     = "/health"
              interval = "\(5 + random(20))s"
              timeout  = "2s"
            }
          }


      """.utf8
    for task in 0..<(1 + random(3)) { addTask(job, group, task) }
    text += "  }\n\n".utf8
  }

  private mutating func addTask(_ job: Int, _ group: Int, _ task: Int) {
    text +=
      """
          task "task-\(task)" {
            driver = "docker"

            config {
              image = var.image_\(job)
              ports = ["http", "metrics"]
              args  = ["--level", "info", "--limit=${floor(\(random(64)) * 1.5)}", upper("x-${var.image_\(job)}")]
              mount = { type = "bind", source = "local/conf", target = "/etc/app", readonly = true }
            }

            env {
              PORT      = "${NOMAD_PORT_http}"
              LOG_LEVEL = \(random(2) == 0 ? "\"info\"" : "local.level == 3 ? \"debug\" : \"warn\"")
            }

            template {
              destination = "local/conf/app.toml"
              data        = <<-EOT
                # Settings of task \(task) in group \(group)
                [server]
                listen = "0.0.0.0:${NOMAD_PORT_http}"
                {{ range service "db-\(random(30))" }}
                database = "{{ .Address }}:{{ .Port }}"
                {{ end }}
                limit = \(random(10000))
              EOT
            }

            resources {
              cpu    = \(100 + random(2000)) # MHz
              memory = \(64 + random(4096))
            }
          }


      """.utf8
  }
}
