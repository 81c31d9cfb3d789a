import HCLParser

/// The JUnit form of a report: each file is a test that fails where it has errors.
enum JUnit {
  static func text(_ report: RunReport, shown: RunReport) -> String {
    let failing = report.files.map(\.fails)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"jobtool\" tests=\"\(report.files.count)\" failures=\"\(failing.count { $0 })\">\n"
    text += "  <testsuite name=\"jobtool\" tests=\"\(report.files.count)\" failures=\"\(failing.count { $0 })\">\n"
    for (index, file) in report.files.enumerated() {
      let name = escaped(file.name)
      text += "    <testcase name=\"\(name)\" classname=\"jobtool\" file=\"\(name)\""
      let listed = index < shown.files.count ? shown.files[index].diagnostics : []
      if file.diagnostics.isEmpty {
        text += "/>\n"
        continue
      }
      var renderer = DiagnosticText(file.sources)
      var body = ""
      if failing[index] {
        let reasons = listed.filter(file.countsAsError)
        let message = reasons.first?.summary ?? "see the other findings"
        let type = reasons.first?.rule.name ?? ""
        body += "      <failure message=\"\(escaped(message))\" type=\"\(escaped(type))\">"
        body += escaped(reasons.map { renderer.text(of: $0) }.joined(separator: "\n")) + "</failure>\n"
      }
      let others = listed.filter { !file.countsAsError($0) }
      if !others.isEmpty {
        let output = others.map { renderer.text(of: $0) }.joined(separator: "\n")
        body += "      <system-out>\(escaped(output))</system-out>\n"
      }
      text += ">\n\(body)    </testcase>\n"
    }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}
