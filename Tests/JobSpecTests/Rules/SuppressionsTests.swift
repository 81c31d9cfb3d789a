import HCLParser
import JobSpec
import Testing

@Suite struct SuppressionsTests {
  private func ids(_ text: String, advice: Bool = false) -> [String] {
    RuleCheck.diagnostics(text, advice: advice).map(\.rule.name).filter { !$0.hasPrefix("driver-") }
  }

  private func job(_ priority: String) -> String {
    "job \"j\" {\n\(priority)\n  group \"g\" {\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
  }

  @Test func `a comment at the end of a line silences a rule on that line`() {
    #expect(ids(job("  priority = 500 # jobtool:ignore job-priority-out-of-range -- our servers allow it")) == [])
    #expect(ids(job("  priority = 500 // jobtool:ignore job-priority-out-of-range")) == [])
    #expect(ids(job("  priority = 500 /* jobtool:ignore job-priority-out-of-range */")) == [])
  }

  @Test func `a comment on its own line silences a rule on what follows`() {
    #expect(ids(job("  # jobtool:ignore job-priority-out-of-range\n\n  priority = 500")) == [])
    let group = """
      job "j" {
        # jobtool:ignore check-missing-interval, check-missing-port -- both come later
        group "g" {
          service {
            check {
              type = "tcp"
            }
          }
          task "t" {
            driver = "exec"
          }
        }
      }

      """
    #expect(ids(group) == [])
  }

  @Test func `a comment silences nothing further down`() {
    let text = job("  # jobtool:ignore job-priority-out-of-range\n  type = \"service\"\n  priority = 500")
    #expect(ids(text) == ["job-priority-out-of-range"])
  }

  @Test func `a comment for the file silences a rule everywhere`() {
    #expect(ids("# jobtool:ignore-file job-priority-out-of-range\n" + job("  priority = 500")) == [])
  }

  @Test func `another rule is not silenced`() {
    #expect(ids(job("  priority = 500 # jobtool:ignore job-unknown-type")) == ["job-priority-out-of-range"])
  }

  @Test func `a comment that silenced nothing is reported by lint`() {
    #expect(
      ids(job("  priority = 50 # jobtool:ignore job-priority-out-of-range"), advice: true) == ["suppression-unused"])
    #expect(ids(job("  priority = 50 # jobtool:ignore job-priority-out-of-range")) == [])
  }

  @Test func `an unknown rule in a comment is reported with the nearest name`() throws {
    let text = job("  priority = 500 # jobtool:ignore job-priority-out-of-rang")
    let found = try #require(RuleCheck.diagnostics(text, advice: true).first { $0.rule == "suppression-unknown-rule" })
    #expect(found.help == "did you mean \"job-priority-out-of-range\"?")
  }

  @Test func `what reading reports under names of its own is known in comments`() {
    let text = """
      job "j" {
        group "g" {
          # jobtool:ignore reference-bare-word
          task "t" {
            driver = docker
          }
        }
      }

      """
    #expect(ids(text, advice: true).filter { $0.hasPrefix("suppression-") || $0 == "reference-bare-word" } == [])
  }

  @Test func `errors of reading cannot be silenced`() {
    #expect(ids(job("  prority = 5 # jobtool:ignore schema-unknown-attribute")) == ["schema-unknown-attribute"])
  }

  @Test func `a silenced server error lets the job pass`() {
    let analysis = RuleCheck.analysis(job("  priority = 500 # jobtool:ignore job-priority-out-of-range"))
    #expect(analysis.validatedJob != nil)
  }
}
