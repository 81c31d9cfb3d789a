import HCLParser
import JobSpec
import TestSupport
import Testing

/// Findings stand where their cause was written, and all findings of a file come in one run.
@Suite struct RulePlacesTests {
  private func disagreements(_ text: String, advice: Bool = false) -> [String] {
    let source = AnnotatedSource(text)
    return source.disagreements(with: RuleCheck.diagnostics(text, advice: advice))
  }

  @Test func `many findings in one run`() {
    let text = """
      job "web shop" {
      #   ^^^^^^^^^^ error[job-malformed-id]: the job id "web shop" has a space in it
        type = "daemon"
        #      ^^^^^^^^ error[job-unknown-type]: no job type is called "daemon"
        priority = 500
        #          ^^^ error[job-priority-out-of-range]: the priority 500 is not within 1 to 100

        group "web" {
          count = -1
          #       ^^ error[group-count-negative]: the count -1 is negative

          network {
            port "http" {
              static = 70000
              #        ^^^^^ error[port-out-of-range]: 70000 is no port: ports end at 65535
            }
            port "http" {}
            #    ^^^^^^ error[port-duplicate-label]: port "http" is declared twice in group "web"
          }

          task "server" {
          #^^^^^^^^^^^^ error[task-missing-driver]: task "server" has no driver
            resources {
              memory = 5
              #        ^ error[resources-too-small]: 5 MB of memory are too little; the least is 10
            }
          }
        }
      }

      """
    #expect(disagreements(text) == [])
  }

  @Test func `a policy of the job is reported once, where it was written`() {
    let text = """
      job "j" {
        update {
          healthy_deadline = "20m"
          #                  ^^^^^ error[update-deadlines]: healthy_deadline, 20m0s, is not below progress_deadline, 10m0s
        }
        group "a" {
          task "t" {
            driver = "exec"
          }
        }
        group "b" {
          task "t" {
            driver = "exec"
          }
        }
      }

      """
    #expect(disagreements(text) == [])
  }

  @Test func `a finding that only follows from a reading error is left out`() {
    let text = """
      job "j" {
        group "g" {
          count = "many"
          #       ^^^^^^ error[schema-wrong-type]: "count" takes a whole number, not "many"
          task "t" {
            driver = ["exec"]
            #        ^^^^^^^^ error[schema-wrong-type]: "driver" takes text, not a list
          }
        }
      }

      """
    let ids = RuleCheck.diagnostics(text).map(\.rule.name)
    #expect(ids == ["schema-wrong-type", "schema-wrong-type"])
  }

  @Test func `what is left of an attribute that cannot be parsed is not judged`() {
    let text = """
      job "j" {
        datacenters = ["{{ (datasource "config").datacenter }}"]
        group "g" {
          count = -1
          task "t" {
            driver = "exec"
          }
        }
      }

      """
    let ids = RuleCheck.diagnostics(text, advice: true).map(\.rule.name).filter { !$0.hasPrefix("driver-") }
    #expect(ids.contains { $0.hasPrefix("syntax-") })
    #expect(ids.filter { !$0.hasPrefix("syntax-") } == ["group-count-negative"])
  }

  @Test func `an item of a list is pointed at`() {
    let text = """
      job "j" {
        datacenters = ["dc1", ""]
        #                     ^^ error[job-empty-datacenter]: the name of a datacenter is empty
        type = "batch"
        periodic {
          crons = ["@daily", "0 25 * * *"]
          #                  ^^^^^^^^^^^^ error[periodic-malformed-cron]: "25" cannot stand in the field for the hour
        }
        group "g" {
          task "t" {
            driver = "exec"
          }
        }
      }

      """
    #expect(disagreements(text) == [])
  }

  @Test func `the other end of a contradiction is shown`() throws {
    let text =
      "job \"j\" {\n  group \"a\" {\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n  group \"a\" {\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
    let found = try #require(RuleCheck.diagnostics(text).first)
    #expect(found.rule == "group-duplicate-name")
    #expect(found.related.map(\.message) == ["first declared here"])
  }

  private func restart(mode value: String) -> Bool {
    let text =
      "variable \"x\" {\n  type = string\n}\njob \"j\" {\n  group \"g\" {\n    restart {\n      mode = \(value)\n    }\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
    let analysis = RuleCheck.analysis(text) { $0.allowsUnsetVariables = true }
    return !analysis.diagnostics.contains { $0.rule == "restart-malformed" }
  }

  @Test func `values that are not known are not judged`() {
    #expect(restart(mode: "\"${var.x}\""))
  }

  /// The server compares words as they stand in the job; nothing is filled in before.
  @Test(arguments: ["\"${NOMAD_X}\"", "\"${meta.mode}\""])
  func `a runtime reference is no word that the server knows`(value: String) {
    #expect(!restart(mode: value))
  }

  @Test func `a port without a label is one that nothing can use`() {
    let text =
      "job \"j\" {\n  group \"g\" {\n    network {\n      port \"\" {}\n    }\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
    let found = RuleCheck.diagnostics(text, advice: true).filter { $0.rule == "port-unused" }
    #expect(found.map(\.help) == ["give it a label: without one nothing can refer to it"])
  }
}
