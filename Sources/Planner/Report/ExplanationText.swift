import HCLParser

/// An explanation as lines of text, below Nomad's own lines.
struct ExplanationText {
  private let explanation: Explanation
  private let failure: PlacementFailure
  private let places: SourcePlaces
  private let isVerbose: Bool

  init(_ explanation: Explanation, _ failure: PlacementFailure, sources: SourceSet, isVerbose: Bool) {
    self.explanation = explanation
    self.failure = failure
    self.isVerbose = isVerbose
    places = SourcePlaces(sources)
  }

  func lines(indent: String) -> [String] {
    let content = findings + nearest + remedies + notes + waiting + (isVerbose ? nodes : [])
    return [""] + content.map { $0.isEmpty ? "" : indent + $0 }
  }

  private var findings: [String] {
    guard !explanation.findings.isEmpty else { return [] }
    var lines = ["Why:"]
    for finding in explanation.findings {
      lines.append("  - \(finding.summary)")
      for cause in finding.causes { lines.append("      \(cause.message): \(places.text(of: cause.range))") }
      lines += finding.details.map { "      \($0)" }
      if let help = finding.help { lines.append("      \(help)") }
    }
    return lines
  }

  private var nearest: [String] {
    // Where one cause holds for all, the nearest node would only say it again.
    let telling = explanation.nearest.filter { !$0.lacks.isEmpty }
    guard explanation.findings.count > 1, !telling.isEmpty else { return [] }
    return ["Nearest:"] + telling.map { "  - \($0.name): \($0.lacks.joined(separator: "; "))" }
  }

  private var remedies: [String] {
    guard !explanation.remedies.isEmpty else {
      // Where nothing was looked for, nothing is said.
      guard let tried = explanation.triedRemedies else { return [] }
      return tried == 0 ? [] : ["What would help: nothing that was tried (\(Wording.count(tried, "change")))"]
    }
    return ["What would help:"]
      + explanation.remedies.map { remedy in
        let place = remedy.range.map { " (\(places.text(of: $0)))" } ?? ""
        return "  - \(remedy.change)\(place): places \(remedy.wouldPlace) of \(remedy.wanted)"
      }
  }

  private var notes: [String] { explanation.notes.map { "Note: \($0)" } }

  private var waiting: [String] {
    guard !explanation.until.isEmpty else { return [] }
    let subject = failure.count == 1 ? "1 allocation" : "\(failure.count) allocations"
    return [
      "The job would be accepted; \(subject) would wait until \(Wording.list(explanation.until, joint: "or"))."
    ]
  }

  /// Every node, equal outcomes together.
  private var nodes: [String] {
    var order: [[String]] = []
    var names: [[String]: [String]] = [:]
    for outcome in explanation.nodes {
      var reasons = outcome.standing.map(\.text) + outcome.rejections.map(Wording.short)
      if let counted = outcome.counted { reasons.append("counted as \"\(counted)\"") }
      if reasons.isEmpty { reasons = ["would take it"] }
      if names[reasons] == nil { order.append(reasons) }
      names[reasons, default: []].append(outcome.name)
    }
    guard !order.isEmpty else { return [] }
    return ["Nodes:"]
      + order.map { "  - \(Wording.names(names[$0] ?? [], limit: 12)): \($0.joined(separator: "; "))" }
  }
}

/// Ranges as `file:line:column`, each file's lines counted once.
struct SourcePlaces {
  private let sources: SourceSet
  private let tables: [LineTable]

  init(_ sources: SourceSet) {
    self.sources = sources
    tables = sources.texts.map { $0.makeLineTable() }
  }

  func text(of range: SourceRange) -> String {
    guard let source = sources[range.source], Int(range.source.number) < tables.count else { return "not in a file" }
    let position = tables[Int(range.source.number)].position(at: range.start)
    return "\(source.name):\(position.line):\(position.column)"
  }
}
