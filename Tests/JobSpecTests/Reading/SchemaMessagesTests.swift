import HCLParser
import JobSpec
import TestSupport
import Testing

/// What the decoder says of bodies that do not fit their schema.
@Suite struct SchemaMessagesTests {
  private func check(_ text: String) {
    let source = AnnotatedSource(text)
    let read = JobReader.read(JobInput(name: "test.nomad.hcl", bytes: source.source.bytes))
    for line in source.disagreements(with: read.diagnostics) { Issue.record("\(line)") }
  }

  @Test func `values of a wrong type are named as they are`() {
    check(
      """
      job "a" {
        priority    = "high"
        #             ^^^^^^ error[schema-wrong-type]: "priority" takes a whole number, not text
        datacenters = "dc1"
        #             ^^^^^ error[schema-wrong-type]: "datacenters" takes a list of texts, not text
        all_at_once = [true]
        #             ^^^^^^ error[schema-wrong-type]: "all_at_once" takes true or false, not a list
        name        = { a = 1 }
        #             ^^^^^^^^^ error[schema-wrong-type]: "name" takes text, not an object

        group "g" {
          count = 1.5
          #       ^^^ error[schema-wrong-type]: "count" takes a whole number, not 1.5
          restart {
            delay = "soon"
            #       ^^^^^^ error[schema-wrong-type]: "delay" takes a duration such as "30s", not "soon"
            interval = null
            #          ^^^^ error[schema-null]: "interval" takes a duration such as "30s", not null
          }
          service {
            tags = ["a", null]
            #      ^^^^^^^^^^^ error[schema-wrong-type]: "tags" takes a list of texts, not a list whose item 2 is null
            name = null
            #      ^^^^ error[schema-null]: "name" takes text, not null
          }
          task "t" {
            driver = "exec"
          }
        }
      }
      """)
  }

  @Test func `numbers outside of what the field can hold are refused`() {
    check(
      """
      job "a" {
        affinity {
          weight = 200
          #        ^^^ error[schema-out-of-range]: "weight" takes a number from -128 to 127, not 200
        }
        spread {
          weight = 128
          #        ^^^ error[schema-out-of-range]: "weight" takes a number from -128 to 127, not 128
          target "dc1" {
            percent = 300
            #         ^^^ error[schema-out-of-range]: "percent" takes a number from 0 to 255, not 300
          }
        }
      }
      """)
  }

  @Test func `an affinity's weight loses its fraction, as in Nomad, and is told so`() {
    check(
      """
      job "a" {
        affinity {
          weight = -33.5
          #        ^^^^^ warning[schema-fraction-cut]: "weight" takes a whole number: -33.5 counts as -33
        }
        affinity {
          weight = "50.9"
          #        ^^^^^^ warning[schema-fraction-cut]: "weight" takes a whole number: 50.9 counts as 50
        }
        affinity {
          weight = 128.5
          #        ^^^^^ warning[schema-fraction-cut]: "weight" takes a whole number: 128.5 counts as 128
          #        ^^^^^ error[schema-out-of-range]: "weight" takes a number from -128 to 127, not 128
        }
        affinity {
          weight = "many"
          #        ^^^^^^ error[schema-wrong-type]: "weight" takes a whole number, not text
        }
      }
      """)
  }

  @Test(arguments: [
    ("512 MB", "write the number alone: 512"), ("5 ", "write the number alone: 5"),
    ("1_000", "write the digits alone: 1000"), ("1,000", "write the digits alone: 1000"), ("0x10", nil),
    ("1e", nil), ("12:30", nil), ("many", nil),
  ])
  func `a text that is nearly a number is told what to write`(text: String, help: String?) {
    let read = JobReader.read(JobInput(name: "a.hcl", bytes: Array("job \"a\" {\n  priority = \"\(text)\"\n}\n".utf8)))
    #expect(read.diagnostics.map(\.help) == [help])
  }

  @Test func `a number that no server can be sent is refused where it would be sent as one`() {
    check(
      """
      job "a" {
        name = 1e400
        group "g" {
          task "t" {
            config {
              a = 1.7e308
              b = { c = [1, 1 / 0] }
              #   ^^^^^^^^^^^^^^^^^^ error[schema-out-of-range]: this number is too large to be sent to a server
              d {
                e = 1e400
                #   ^^^^^ error[schema-out-of-range]: this number is too large to be sent to a server
              }
            }
          }
        }
      }
      """)
  }

  @Test func `distinct_hosts is true or false`() throws {
    check(
      """
      job "a" {
        constraint {
          distinct_hosts = "yes"
          #                ^^^^^ error[schema-wrong-type]: "distinct_hosts" takes true or false, not "yes"
        }
        constraint {
          distinct_hosts = 1
          #                ^ error[schema-wrong-type]: "distinct_hosts" takes true or false, not 1
        }
      }
      """)
    let text = """
      job "a" {
        constraint {
          distinct_hosts = "1"
        }
        constraint {
          distinct_hosts = false
        }
        constraint {
          distinct_hosts = null
        }
      }
      """
    let job = try #require(JobReader.read(JobInput(name: "a.hcl", bytes: Array(text.utf8))).job)
    #expect(job.constraints.map(\.value) == ["true", "false", ""])
    #expect(job.constraints.map(\.operator) == ["distinct_hosts", "distinct_hosts", "="])
  }

  @Test func `id and name that are null are the label`() throws {
    let text = "job \"a\" {\n  id   = null\n  name = null\n}\n"
    let job = try #require(JobReader.read(JobInput(name: "a.hcl", bytes: Array(text.utf8))).job)
    #expect(job.id == "a" && job.name == "a")
  }

  @Test func `of many volumes with a label the last of each label counts`() throws {
    let volumes = (0..<300).map { "volume \"v\($0 % 200)\" {\n  source = \"s\($0)\"\n}\n" }.joined()
    let text = "job \"a\" {\n  group \"g\" {\n\(volumes)}\n  group \"h\" {\n\(volumes)}\n}\n"
    let read = JobReader.read(JobInput(name: "a.hcl", bytes: Array(text.utf8)))
    #expect(read.diagnostics.map(\.rule) == Array(repeating: .schemaRepeatedLabel, count: 200))
    for group in try #require(read.job).groups {
      #expect(group.volumes.map(\.name) == (0..<200).map { "v\($0)" })
      #expect(group.volumes.map(\.source) == (0..<200).map { "s\($0 < 100 ? $0 + 200 : $0)" })
    }
  }

  @Test func `numbers, texts and booleans convert where nothing is lost`() throws {
    let job = try #require(
      JobReader.read(
        JobInput(
          name: "a.hcl",
          bytes: Array(
            """
            job "a" {
              priority    = "70"
              all_at_once = "1"
              name        = 12
              group "g" {
                service {
                  port = 8080
                }
                task "t" {
                  kill_timeout = 5000000000
                  leader = "true"
                }
              }
            }
            """.utf8))
      ).job)
    #expect(job.priority == 70)
    #expect(job.allAtOnce == true)
    #expect(job.name == "12")
    #expect(job.groups[0].services[0].port == "8080")
    #expect(job.groups[0].tasks[0].killTimeout == .seconds(5))
    #expect(job.groups[0].tasks[0].leader)
  }

  @Test func `a single block twice names the first`() {
    check(
      """
      job "a" {
        group "g" {
          restart {}
          restart {}
          #^^^^^^ error[schema-duplicate-block]: "restart" may stand here only once
          task "t" {
            env = { A = "1" }
            env {}
            #^^ error[schema-duplicate-block]: "env" may stand here only once
          }
        }
      }
      """)
  }

  @Test func `of volumes with one label the last wins, with a warning`() throws {
    let text = """
      job "a" {
        group "g" {
          volume "data" {
            source = "first"
          }
          volume "data" {
          #      ^^^^^^ warning[schema-repeated-label]: "volume" has the label "data" a second time
            source = "second"
          }
        }
      }
      """
    check(text)
    let job = try #require(JobReader.read(JobInput(name: "a.hcl", bytes: Array(text.utf8))).job)
    #expect(job.groups[0].volumes.map(\.source) == ["second"])
  }

  @Test func `labels that are missing or too many are told`() {
    check(
      """
      job "a" {
        group {
        #^^^^ error[schema-missing-label]: "group" needs a label: its name
        }
        group "a" "b" {
        #         ^^^ error[schema-extra-label]: "group" takes one label only
          restart "x" {}
          #       ^^^ error[schema-extra-label]: "restart" takes no label
          meta "x" {}
          #    ^^^ error[schema-extra-label]: "meta" takes no label
        }
      }
      """)
  }

  @Test func `attributes that a block cannot do without are asked for`() {
    check(
      """
      job "a" {
        group "g" {
          scaling {
          #^^^^^^ error[schema-missing-attribute]: "scaling" needs the attribute "max"
          }
          task "t" {
            lifecycle {
            #^^^^^^^^ error[schema-missing-attribute]: "lifecycle" needs the attribute "hook"
            }
            action "a" {
            #^^^^^ error[schema-missing-attribute]: "action" needs the attribute "command"
            }
          }
        }
      }
      """)
  }

  @Test func `blocks among names and texts are refused`() {
    check(
      """
      job "a" {
        meta {
          owner {}
          #^^^^ error[schema-block-among-texts]: "meta" holds names with values only, no block "owner"
          team = ["x"]
          #      ^^^^^ error[schema-wrong-type]: "team" takes text, not a list
        }
      }
      """)
  }

  @Test func `scaling of a task fits its label`() {
    check(
      """
      job "a" {
        group "g" {
          scaling {
            max  = 3
            type = "vertical_cpu"
            #      ^^^^^^^^^^^^^^ error[scaling-wrong-type]: "scaling" of this group has the type "horizontal", not "vertical_cpu"
          }
          task "t" {
            scaling "CPU" {
              type = "vertical_mem"
              #      ^^^^^^^^^^^^^^ error[scaling-wrong-type]: "scaling" of this task has the type "vertical_cpu", not "vertical_mem"
            }
            scaling "disk" {}
            #       ^^^^^^ error[scaling-unknown-label]: a task scales its "cpu" or its "mem", not "disk"
          }
        }
      }
      """)
  }
}
