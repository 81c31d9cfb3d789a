import HCLParser
import JobSpec
import Testing

@Suite struct RuleFixTests {
  static let ids = RuleList.all.map(\.facts.id.name)

  @Test(arguments: ids)
  func `applying a fix makes its finding go away and breaks nothing`(id: String) throws {
    let facts = try #require(RuleList.rule(RuleID(id))).facts
    let target = RuleCheck.target(for: facts)
    let before = RuleCheck.diagnostics(facts.failing.text, advice: true, target: target)
    for diagnostic in before where diagnostic.rule == facts.id {
      for fix in diagnostic.fixes {
        let bytes = try #require(TextEdit.apply(fix.edits, to: Array(facts.failing.text.utf8)), "\(fix.title)")
        let text = String(decoding: bytes, as: UTF8.self)
        let after = RuleCheck.diagnostics(text, advice: true, target: target)
        let isGone = after.count { $0.rule == facts.id } < before.count { $0.rule == facts.id }
        #expect(isGone, "\(fix.title):\n\(text)")
        let errors = after.filter { $0.severity == .error }.map(RuleCheck.line)
        let known = Set(before.filter { $0.severity == .error }.map(RuleCheck.line))
        #expect(errors.filter { !known.contains($0) } == [], "\(fix.title):\n\(text)")
      }
    }
  }

  @Test(arguments: [
    ("network-mbits", "group \"a\" {\n  network {\n    mbits = 10 # old\n    port \"x\" {}\n  }\n}"),
    ("periodic-cron-deprecated", "type = \"batch\"\nperiodic { cron = \"@daily\" }"),
    (
      "field-deprecated",
      "group \"a\" {\n  task \"t\" {\n    driver = \"exec\"\n    logs {\n      enabled = true\n    }\n  }\n}"
    ),
    ("field-deprecated", "group \"a\" {\n  max_client_disconnect = \"1h\"\n}"),
    ("field-deprecated", "group \"a\" {\n  stop_after_client_disconnect = \"10m\"\n}"),
  ])
  func `a fix is offered`(id: String, body: String) {
    let found = RuleCheck.diagnostics("job \"j\" {\n\(body)\n}\n", advice: true).filter { $0.rule.name == id }
    #expect(found.contains { !$0.fixes.isEmpty })
  }

  @Test func `a network moved out of a task keeps its ports and loses what is dead`() throws {
    let text = """
      job "j" {
        group "g" {
          task "t" {
            driver = "exec"

            resources {
              cpu = 100

              network {
                mbits = 10

                port "http" {
                  static = 8080
                }
              }
            }
          }
        }
      }

      """
    let found = try #require(RuleCheck.diagnostics(text).first { $0.rule == "network-in-task" })
    let fix = try #require(found.fixes.first)
    #expect(!fix.isSafe)
    let bytes = try #require(TextEdit.apply(fix.edits, to: Array(text.utf8)))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        job "j" {
          group "g" {
            network {

              port "http" {
                static = 8080
              }
            }

            task "t" {
              driver = "exec"

              resources {
                cpu = 100

              }
            }
          }
        }

        """)
  }

  @Test func `a disconnect block is a safe replacement only for releases that know it`() throws {
    let text = "job \"j\" {\n  group \"a\" {\n    max_client_disconnect = \"1h\"\n  }\n}\n"
    for (target, isSafe) in [(nil, false), (NomadRelease(1, 9), true)] {
      let found = RuleCheck.diagnostics(text, advice: true, target: target).first { $0.rule == "field-deprecated" }
      #expect(try #require(found?.fixes.first).isSafe == isSafe)
    }
  }
}
