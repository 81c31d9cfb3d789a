import Foundation
import HCLParser
import Testing

@testable import Commands

/// The forms of a report, on one made by hand.
@Suite struct ReportOutputTests {
  /// Two findings in one file, none in another.
  static func report() -> RunReport {
    var sources = SourceSet()
    sources.add(name: "jobs/lb & \"x\".hcl", bytes: Array("job \"lb\" {\n\thost = \"é\" # 100%\n}\n".utf8))
    let range = SourceRange(19, 23)
    let error = Diagnostic(
      .error, "port-unknown-host-network", "no node network is called \"é\"", at: range,
      detail: "one, two: three\nfour", annotation: "0 of 12 nodes have it",
      related: [.init("declared here", SourceRange(0, 3))], help: "did you mean \"e\"?",
      fixes: [Fix("replace it", edits: [TextEdit(range, "\"e\"")], isSafe: true)])
    let warning = Diagnostic(.warning, "hygiene-x", "<odd>", at: SourceRange(0, 12))
    var clean = SourceSet()
    clean.add(name: "ok.nomad", bytes: [])
    return RunReport(files: [
      FileReport(name: "jobs/lb & \"x\".hcl", diagnostics: [warning, error], sources: sources),
      FileReport(name: "ok.nomad", diagnostics: [], sources: clean),
    ])
  }

  static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func textHasExcerptsAndASummary() {
    #expect(
      ReportOutput().text(Self.report()) == """
        warning[hygiene-x]: <odd>
         --> jobs/lb & "x".hcl:1:1
          |
        1 | job "lb" {
          | ^^^^^^^^^^

        error[port-unknown-host-network]: no node network is called "é"
         --> jobs/lb & "x".hcl:2:9
          |
        2 |     host = "é" # 100%
          |            ^^^ 0 of 12 nodes have it
         ::: jobs/lb & "x".hcl:1:1
          |
        1 | job "lb" {
          | --- declared here
          = note: one, two: three
                  four
          = help: did you mean "e"?

        1 error and 1 warning in 2 files

        """)
  }

  @Test func quietTextHasNoSummary() {
    #expect(!ReportOutput(isQuiet: true).text(Self.report()).contains("in 2 files"))
  }

  @Test func aLimitIsSaid() {
    let text = ReportOutput(limit: 1).text(Self.report())
    #expect(text.contains("… and 1 more; \"--max-diagnostics\" shows more of them"))
    #expect(!text.contains("port-unknown"))
    #expect(text.contains("1 error and 1 warning in 2 files"))
  }

  @Test func coloursSurroundTheSeverity() {
    #expect(ReportOutput(style: .coloured).text(Self.report()).contains("\u{1B}[1;31merror[port-unknown-host-network]"))
  }

  @Test func jsonNamesFileRangeAndFix() throws {
    let report = try Self.json(ReportOutput(format: .json).text(Self.report()))
    #expect(report["FormatVersion"] as? String == "1.0")
    let diagnostics = try #require(report["Diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["Severity"] as? String } == ["warning", "error"])
    #expect(diagnostics[1]["File"] as? String == "jobs/lb & \"x\".hcl")
    let expected: [String: [String: Int]] = [
      "Start": ["Line": 2, "Column": 9, "Byte": 19], "End": ["Line": 2, "Column": 12, "Byte": 23],
    ]
    #expect(diagnostics[1]["Range"] as? [String: [String: Int]] == expected)
    let fix = try #require(diagnostics[1]["Fix"] as? [String: Any])
    #expect(fix["Safe"] as? Bool == true)
    #expect((fix["Edits"] as? [[String: Any]])?.first?["Text"] as? String == "\"e\"")
    #expect((diagnostics[1]["Related"] as? [[String: Any]])?.first?["Message"] as? String == "declared here")
    #expect(report["Summary"] as? [String: Int] == ["Files": 2, "Errors": 1, "Warnings": 1, "Notes": 0])
  }

  @Test func aLimitedJSONCountsAll() throws {
    let report = try Self.json(ReportOutput(format: .json, limit: 0).text(Self.report()))
    #expect((report["Diagnostics"] as? [Any])?.isEmpty == true)
    #expect((report["Summary"] as? [String: Int])?["Errors"] == 1)
  }

  @Test func sarifHasRulesResultsAndFingerprints() throws {
    let log = try Self.json(ReportOutput(format: .sarif).text(Self.report()))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["hygiene-x", "port-unknown-host-network"])
    #expect(results.map { $0["level"] as? String } == ["warning", "error"])
    let location = try #require((results[1]["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
    #expect((location["artifactLocation"] as? [String: String])?["uri"] == "jobs/lb%20%26%20%22x%22.hcl")
    let region = ["startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 12, "byteOffset": 19, "byteLength": 4]
    #expect(location["region"] as? [String: Int] == region)
    #expect((results[1]["partialFingerprints"] as? [String: String])?["jobtool/v1"]?.count == 16)
  }

  @Test func aFingerprintDoesNotKnowLineNumbers() throws {
    func fingerprint(_ text: String, _ start: Int) -> Fingerprint {
      var sources = SourceSet()
      sources.add(name: "a", bytes: Array(text.utf8))
      var places = SourcePlaces(sources)
      return .of(Diagnostic(.error, "x", "y", at: SourceRange(start, start + 1)), "a", &places)
    }
    #expect(fingerprint("a = 1\n", 0) == fingerprint("\n\n  a =  1\n", 4))
    #expect(fingerprint("a = 1\n", 0) != fingerprint("a = 2\n", 0))
  }

  @Test func junitFailsFilesWithErrorsAndEscapes() {
    let text = ReportOutput(format: .junit).text(Self.report())
    #expect(text.contains("<testsuites name=\"jobtool\" tests=\"2\" failures=\"1\">"))
    #expect(text.contains("<testcase name=\"jobs/lb &amp; &quot;x&quot;.hcl\""))
    #expect(text.contains("<failure message=\"no node network is called &quot;é&quot;\""))
    #expect(text.contains("<testcase name=\"ok.nomad\" classname=\"jobtool\" file=\"ok.nomad\"/>"))
    #expect(text.contains("&lt;odd&gt;"))
    #expect((try? XMLCheck.isWellFormed(text)) == true)
  }

  @Test func githubCommandsStandOnOneLineEach() {
    let lines = ReportOutput(format: .github).text(Self.report()).split(separator: "\n")
    #expect(
      lines == [
        "::warning file=jobs/lb & \"x\".hcl,line=1,endLine=2,title=hygiene-x::<odd>",
        "::error file=jobs/lb & \"x\".hcl,line=2,endLine=2,col=9,endColumn=12,title=port-unknown-host-network::"
          + "no node network is called \"é\"%0A0 of 12 nodes have it%0Aone, two: three%0Afour%0Ahelp: did you mean \"e\"?",
      ])
  }

  @Test func nothingOfASourceReachesTheTerminalAsAControl() {
    var sources = SourceSet()
    sources.add(name: "a\u{1B}[2J", bytes: Array("x = \u{1B}[31m\u{202E}\n".utf8))
    let file = FileReport(
      name: "a", diagnostics: [Diagnostic(.error, "x", "bad \u{1B}[0m", at: SourceRange(0, 1))], sources: sources)
    let text = ReportOutput().text(RunReport(files: [file]))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test func anEndlessLineIsCutAroundTheRange() {
    var sources = SourceSet()
    sources.add(name: "a", bytes: Array(repeating: UInt8(ascii: "x"), count: 1_000_000))
    let diagnostics = (0..<50).map { Diagnostic(.error, "x", "y", at: SourceRange($0 * 1000, $0 * 1000 + 2000)) }
    let text = ReportOutput().text(
      RunReport(files: [FileReport(name: "a", diagnostics: diagnostics, sources: sources)]))
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 140 })
    #expect(text.contains("--> a:1:49001"))
  }
}

/// A look at XML with a reader that is not ours: brackets and quotes in balance, entities known.
enum XMLCheck {
  static func isWellFormed(_ text: String) throws -> Bool {
    var open: [String] = []
    for match in text.matches(of: try Regex("<(/?)([a-z-]+)([^<>]*?)(/?)>")) {
      let name = match.output[2].substring.map(String.init) ?? ""
      if match.output[1].substring == "/" {
        guard open.popLast() == name else { return false }
      } else if match.output[4].substring != "/" {
        open.append(name)
      }
    }
    let isEscaped = !text.contains(try Regex("&(?!amp;|lt;|gt;|quot;)"))
    return open.isEmpty && isEscaped
  }
}
