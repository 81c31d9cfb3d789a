public import HCLParser

extension Plan {
  /// The failures as diagnostics, in the order of the job: plan problems look like all other problems.
  public var diagnostics: [Diagnostic] { failures.compactMap { $0.diagnostic(placed: placedCount(of: $0)) } }

  private func placedCount(of failure: PlacementFailure) -> Int {
    placements.count { $0.group.utf8.elementsEqual(failure.group.utf8) }
  }
}

extension PlacementFailure {
  /// The failure as a diagnostic at the line most to blame; other lines that share in it are related places.
  ///
  /// Nil for a group made in code, which has no line.
  func diagnostic(placed: Int) -> Diagnostic? {
    let main = explanation?.findings.first
    guard let range = main?.causes.first?.range ?? request.groupRange else { return nil }
    var diagnostic = Diagnostic(
      .error, RuleID(ruleName(main)),
      "group \"\(group)\": \(count) of \(Wording.count(placed + count, "allocation")) would wait: "
        + (explanation?.summary ?? "no node takes it"),
      at: range)
    diagnostic.detail = main?.details.joined(separator: "\n") ?? ""
    for finding in explanation?.findings ?? [] {
      for cause in finding.causes where cause.range != range {
        diagnostic.related.append(.init("\(finding.summary); \(cause.message)", cause.range))
      }
    }
    if let remedy = explanation?.remedies.first {
      diagnostic.help = "\(remedy.change) would place \(remedy.wouldPlace) of \(remedy.wanted)"
    } else {
      diagnostic.help = main?.help
    }
    for remedy in explanation?.remedies ?? [] {
      // It changes what runs, so it is never applied unasked.
      guard let range = remedy.range, let replacement = remedy.replacement else { continue }
      diagnostic.fixes.append(Fix(remedy.change, edits: [TextEdit(range, replacement)], isSafe: false))
    }
    return diagnostic
  }

  /// `plan-network`, `plan-host-network`, …: by what most nodes lack.
  private func ruleName(_ finding: Finding?) -> String {
    guard let finding else { return "plan-no-place" }
    return "plan-" + finding.stage.lowercased().split(separator: " ").joined(separator: "-")
  }
}
