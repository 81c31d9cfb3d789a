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
          target "dc1" {
            percent = 300
            #         ^^^ error[schema-out-of-range]: "percent" takes a number from 0 to 255, not 300
          }
        }
      }
      """)
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
