import HCLParser
import JobSpec
import Planner

/// The results of placement tests, as a test runner prints them and as JUnit.
struct PlacementTestReport {
  var style: TextStyle = .plain
  var width = 120
  /// Cases that pass are not told.
  var isQuiet = false

  func text(_ results: [PlacementTestRun.FileResult]) -> String {
    var text = ""
    for file in results {
      var renderer = DiagnosticText(file.sources, style: style, width: width)
      let shown = file.cases.filter { !isQuiet || $0.status != .passed }
      if !shown.isEmpty { text += style.strong(VisibleText.line(file.name)) + "\n" }
      for one in shown {
        let mark = one.status == .passed ? "ok   " : one.status == .failed ? "FAIL " : "ERROR"
        text += "  \(mark) \(VisibleText.line(one.name))\n"
        if one.status != .passed { text += "\n" + explained(one, &renderer) }
      }
      text += file.diagnostics.map { renderer.text(of: $0) + "\n" }.joined()
    }
    return text + (isQuiet ? "" : style.strong(Self.summary(results)) + "\n")
  }

  /// Each failure at its place in the test file, then what planning came to.
  private func explained(_ one: PlacementTestRun.CaseResult, _ renderer: inout DiagnosticText) -> String {
    if one.status == .error { return indented(one.message) + "\n" }
    var text = one.failures.map { indented(renderer.text(of: $0.diagnostic)) + "\n" }.joined()
    for planned in one.run?.jobs ?? [] {
      if let plan = planned.plan {
        text += indented(
          "Job: \"\(VisibleText.line(plan.jobID))\"\n\n" + PlanText(plan, sources: planned.sources).rendered)
      } else {
        var findings = DiagnosticText(planned.sources, style: style, width: width)
        let errors = planned.diagnostics.filter { $0.severity == .error }
        text += indented(errors.map { findings.text(of: $0) }.joined(separator: "\n"))
      }
      text += "\n"
    }
    return text
  }

  private func indented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.isEmpty ? "\n" : "        \($0)\n" }.joined()
  }

  /// `3 cases: 2 passed, 1 failed`.
  static func summary(_ results: [PlacementTestRun.FileResult]) -> String {
    let statuses = results.flatMap { $0.cases.map(\.status) }
    func count(_ status: PlacementTestRun.CaseResult.Status, _ word: String) -> String? {
      let count = statuses.count { $0 == status }
      return count == 0 ? nil : "\(count) \(word)"
    }
    let broken = results.count(where: \.hasErrors)
    let parts = [
      count(.passed, "passed"), count(.failed, "failed"), count(.error, "could not be run"),
      broken == 0 ? nil : "\(broken) file\(broken == 1 ? "" : "s") could not be read",
    ].compactMap { $0 }
    return "\(statuses.count) case\(statuses.count == 1 ? "" : "s")"
      + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  /// Each file is a suite; one that cannot be read has one case of its own name.
  func junit(_ results: [PlacementTestRun.FileResult]) -> String {
    func counts(_ files: [PlacementTestRun.FileResult]) -> String {
      let statuses = files.flatMap { $0.cases.map(\.status) }
      let broken = files.count(where: \.hasErrors)
      return "tests=\"\(statuses.count + broken)\" failures=\"\(statuses.count { $0 == .failed })\" "
        + "errors=\"\(statuses.count { $0 == .error } + broken)\""
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"jobtool test\" \(counts(results))>\n"
    for file in results {
      let name = MarkupText.escaped(file.name)
      var renderer = DiagnosticText(file.sources)
      text += "  <testsuite name=\"\(name)\" \(counts([file]))>\n"
      if file.hasErrors {
        let errors = file.diagnostics.filter { $0.severity == .error }
        text += "    <testcase name=\"\(name)\" classname=\"\(name)\" file=\"\(name)\">\n      <error message=\""
        text += MarkupText.escaped(errors.first?.summary ?? "") + "\">"
        text += MarkupText.escaped(errors.map { renderer.text(of: $0) }.joined(separator: "\n"))
        text += "</error>\n    </testcase>\n"
      }
      for one in file.cases {
        text += "    <testcase name=\"\(MarkupText.escaped(one.name))\" classname=\"\(name)\" file=\"\(name)\""
        guard one.status != .passed else {
          text += "/>\n"
          continue
        }
        let kind = one.status == .failed ? "failure" : "error"
        let message = one.failures.first?.diagnostic.summary ?? one.message
        text += ">\n      <\(kind) message=\"\(MarkupText.escaped(message))\">"
        text += MarkupText.escaped(PlacementTestReport().explained(one, &renderer)) + "</\(kind)>\n    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}
