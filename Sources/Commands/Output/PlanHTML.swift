import HCLParser
import JobSpec
import Planner

/// The HTML form of a plan: one page that holds everything it needs, without scripts, fit to be kept as an artifact.
struct PlanHTML {
  var showsDifference = true

  func text(_ run: PlannedRun) -> String {
    var body = "<h1>Plan</h1>\n" + run.whatIf.map { "<p>What if: \(escaped($0))</p>\n" }.joined() + cluster(run)
    for planned in run.jobs { body += job(planned) }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Plan: \(escaped(run.jobs.map { $0.plan?.jobID ?? $0.name }.joined(separator: ", ")))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
    body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
    th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
    td.number, th.number { text-align: right; }
    pre { overflow-x: auto; padding: .8rem; background: #8881; }
    .status { padding: .1rem .5rem; border-radius: .3rem; color: #fff; font-size: .8em; vertical-align: middle; }
    .placed, .unchanged { background: #2a7d3a; } .partial { background: #a66a00; } .blocked, .invalid { background: #b3261e; }
    .added { color: #2a7d3a; } .removed { color: #b3261e; } .edited { color: #a66a00; }
    """

  private func cluster(_ run: PlannedRun) -> String {
    let rows: [(String, (ClusterUse) -> Int)] = [
      ("CPU, MHz", \.cpu), ("memory, MiB", \.memoryMB), ("disk, MiB", \.diskMB),
    ]
    return "<p>\(run.readyCount) of \(run.nodeCount) nodes ready</p>\n"
      + table(
        ["in use", "before", "after", "of"],
        rows.map { name, use in [name, "\(use(run.before))", "\(use(run.after))", "\(use(run.capacity))"] },
        numbers: 1...3)
  }

  private func job(_ planned: PlannedJob) -> String {
    let name = planned.plan?.jobID ?? planned.job?.id ?? planned.name
    let status = planned.plan?.status ?? .invalid
    var text = "<section>\n<h2>\(escaped(name)) <span class=\"status \(status)\">\(status)</span></h2>\n"
    text += "<p>\(escaped(planned.name))</p>\n"
    guard let plan = planned.plan else {
      return text + findings(planned) + "</section>\n"
    }
    if showsDifference, let diff = planned.diff, diff.kind != .none { text += difference(diff) }
    if !plan.remarks.isEmpty { text += list(plan.remarks) }
    for failure in plan.failures { text += self.failure(failure, planned) }
    text += placements("Placements", plan.placements) + placements("Updates in place", plan.updates)
    if !plan.stops.isEmpty {
      text += "<h3>Stops</h3>\n"
      text += table(["allocation", "node", "reason"], plan.stops.map { [$0.name, $0.nodeName, $0.reason] })
    }
    let preempted = plan.placements.flatMap(\.preempted)
    if !preempted.isEmpty {
      text += "<h3>Preemptions</h3>\n"
      text += table(
        ["allocation", "job", "group", "priority"],
        preempted.map { [$0.name.isEmpty ? $0.id : $0.name, $0.jobID, $0.group, "\($0.priority)"] }, numbers: 3...3)
    }
    let warnings = plan.warnings + planned.diagnostics.filter { $0.severity == .warning }.map(\.summary)
    if !warnings.isEmpty { text += "<h3>Warnings</h3>\n" + list(warnings) }
    for answer in planned.answers {
      text += "<pre>\(escaped(NodeAnswerText(answer, sources: planned.sources).rendered))</pre>\n"
    }
    return text + "</section>\n"
  }

  private func findings(_ planned: PlannedJob) -> String {
    var renderer = DiagnosticText(planned.sources)
    return planned.diagnostics.map { "<pre>\(escaped(renderer.text(of: $0)))</pre>\n" }.joined()
  }

  /// The text of the difference with its marks in colour.
  private func difference(_ diff: JobDiff) -> String {
    let lines = JobDiffText.text(diff).split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let mark = line.drop { $0 == " " }
      let kind = mark.hasPrefix("+/-") ? "edited" : mark.hasPrefix("+") ? "added" : mark.hasPrefix("-") ? "removed" : ""
      return kind.isEmpty ? escaped(String(line)) : "<span class=\"\(kind)\">\(escaped(String(line)))</span>"
    }
    return "<details open><summary>Difference</summary>\n<pre>\(lines.joined(separator: "\n"))</pre></details>\n"
  }

  private func placements(_ title: String, _ placements: [Placement]) -> String {
    guard !placements.isEmpty else { return "" }
    let rows = placements.map { placement -> [String] in
      let ports = placement.allotment.ports.map { port in
        "\(port.label) \(port.hostIP):\(port.value)\(port.to > 0 && port.to != port.value ? " → \(port.to)" : "")"
          + (port.isDynamic ? " (example)" : "")
      }
      return [
        placement.name, placement.nodeName, JSONWriter.number((placement.score * 1000).rounded() / 1000),
        ports.joined(separator: ", "), "\(placement.allotment.peakCPU)", "\(placement.allotment.peakMemoryMB)",
      ]
    }
    return "<h3>\(title)</h3>\n"
      + table(["allocation", "node", "score", "ports", "CPU, MHz", "memory, MiB"], rows, numbers: 2...2)
  }

  private func failure(_ failure: PlacementFailure, _ planned: PlannedJob) -> String {
    var text = "<h3>Group \(escaped(failure.group)): \(failure.count) without a place</h3>\n"
    text += list(MetricsText.lines(failure.metrics))
    guard let explanation = failure.explanation else { return text }
    var places = SourcePlaces(planned.sources)
    text += "<h4>Why</h4>\n<ul>\n"
    for finding in explanation.findings {
      text += "<li>\(escaped(finding.summary))"
      var details = finding.causes.map { cause -> String in
        let place = places.place(of: cause.range).map { ": \($0.file):\($0.start.line):\($0.start.column)" } ?? ""
        return cause.message + place
      }
      details += finding.details
      if let help = finding.help { details.append(help) }
      text += (details.isEmpty ? "" : "\n" + list(details)) + "</li>\n"
    }
    text += "</ul>\n"
    if !explanation.notes.isEmpty { text += list(explanation.notes) }
    if !explanation.nearest.isEmpty {
      text += "<h4>Nearest nodes</h4>\n"
      text += table(["node", "lacks"], explanation.nearest.map { [$0.name, $0.lacks.joined(separator: "; ")] })
    }
    if !explanation.remedies.isEmpty {
      text += "<h4>What would help</h4>\n"
      text += table(
        ["change", "would place"], explanation.remedies.map { [$0.change, "\($0.wouldPlace) of \($0.wanted)"] })
    } else if let tried = explanation.triedRemedies, tried > 0 {
      text += "<h4>What would help</h4>\n<p>Nothing that was tried (\(tried) change\(tried == 1 ? "" : "s")).</p>\n"
    }
    return text
  }

  private func list(_ items: [String]) -> String {
    "<ul>\n" + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
  }

  private func table(_ headings: [String], _ rows: [[String]], numbers: ClosedRange<Int>? = nil) -> String {
    func cells(_ cells: [String], _ element: String) -> String {
      cells.enumerated().map { index, cell in
        let style = numbers?.contains(index) == true ? " class=\"number\"" : ""
        return "<\(element)\(style)>\(escaped(cell))</\(element)>"
      }.joined()
    }
    return "<table>\n<tr>\(cells(headings, "th"))</tr>\n" + rows.map { "<tr>\(cells($0, "td"))</tr>\n" }.joined()
      + "</table>\n"
  }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}
