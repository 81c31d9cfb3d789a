import HCLParser
import JobSpec
import Testing

@Suite struct RuleSettingsTests {
  private let text =
    "job \"j\" {\n  priority = 500\n\n  group \"g\" {\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"

  @Test(arguments: [("error", "error"), ("warning", "warning"), ("info", "info"), ("off", nil)])
  func `a level changes what is reported`(level: String, severity: String?) {
    let analysis = RuleCheck.analysis(text) { input in
      #expect(input.rules.set("job-priority-out-of-range=\(level)") == nil)
    }
    #expect(analysis.diagnostics.first?.severity.rawValue == severity)
    #expect((analysis.validatedJob == nil) == (level == "error"))
  }

  @Test(arguments: [
    ("nonsense", "\"nonsense\" is not of the form ID=LEVEL"),
    ("port-unknown-lable=off", "no rule is called \"port-unknown-lable\"; did you mean \"port-unknown-label\"?"),
    ("port-unknown-label=loud", "\"loud\" is no level; the levels are error, warning, info, off"),
  ])
  func `a wrong assignment says what is wrong`(assignment: String, problem: String) {
    var settings = RuleSettings()
    #expect(settings.set(assignment) == problem)
  }

  @Test func `rules of later releases speak only for them`() {
    let group =
      "job \"j\" {\n  group \"g\" {\n    service {\n      name = \"a\"\n      connect {\n        native = true\n      }\n    }\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
    func speaks(_ target: NomadRelease?) -> Bool {
      RuleCheck.diagnostics(group, target: target).contains { $0.rule == "connect-native-missing-port" }
    }
    #expect(!speaks(nil))
    #expect(!speaks(NomadRelease(1, 8, 6)))
    #expect(speaks(NomadRelease(1, 8, 7)))
  }

  @Test func `a field that the target does not know is an error`() {
    let group =
      "job \"j\" {\n  group \"g\" {\n    disconnect {}\n    task \"t\" {\n      driver = \"exec\"\n    }\n  }\n}\n"
    func ids(_ target: NomadRelease?) -> [String] {
      RuleCheck.diagnostics(group, target: target).map(\.rule.name)
    }
    #expect(ids(nil) == [])
    #expect(ids(NomadRelease(1, 7)) == ["field-newer-than-target"])
    #expect(ids(NomadRelease(1, 8)) == [])
  }

  @Test(arguments: [
    ("1.6", NomadRelease(1, 6)), ("v1.10.2", NomadRelease(1, 10, 2)), ("2.0", NomadRelease(2, 0)), ("1", nil),
    ("1.6.5.4", nil), ("latest", nil), ("1.6-beta", nil), ("", nil),
  ])
  func `releases are read`(text: String, release: NomadRelease?) {
    #expect(NomadRelease(text) == release)
  }
}
