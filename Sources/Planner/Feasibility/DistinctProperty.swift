/// A constraint that bounds how many instances share one value of a property.
struct DistinctPropertyRule: Sendable {
  let constraint: CompiledConstraint
  /// How many instances may share a value.
  let limit: Int
  let job: Int
  /// Nil where all groups of the job count.
  let group: Int?

  static func rules(_ constraints: [CompiledConstraint], job: Int, group: Int?) -> [DistinctPropertyRule] {
    constraints.compactMap { constraint in
      guard case .distinctProperty = constraint.operation else { return nil }
      return DistinctPropertyRule(
        constraint: constraint, limit: Int(constraint.right.text) ?? 1, job: job, group: group)
    }
  }
}

/// How often each value of each distinct property is used, by what runs and what has been placed so far.
struct PropertyUse: Sendable {
  private var counts: [[String: Int]]

  init(_ rules: [DistinctPropertyRule], in state: ClusterState) {
    counts = rules.map { rule in
      var counts: [String: Int] = [:]
      for number in state.allocationsOfJob[rule.job] {
        let live = state.allocations[number]
        guard live.isLive, !live.isServerTerminal, live.node >= 0, rule.group == nil || live.group == rule.group
        else { continue }
        if let value = rule.constraint.left.value(on: state.snapshot.nodes[live.node]) {
          counts[value, default: 0] += 1
        }
      }
      return counts
    }
  }

  func count(ofRule rule: Int, value: String) -> Int { counts[rule][value] ?? 0 }
}

/// No value of a distinct property is used more often than it may be.
struct DistinctProperty: OptionalCheck {
  let rules: [DistinctPropertyRule]
  var scope: FeasibilityScope { .node }

  init(_ rules: [DistinctPropertyRule]) { self.rules = rules }

  var isIdle: Bool { rules.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    let node = question.node(in: state)
    for (number, rule) in rules.enumerated() {
      let request = rule.constraint.request
      let causes = request.range.map { [Rejection.Cause("\(request.owner.name) asks for it here", $0)] } ?? []
      guard let value = rule.constraint.left.value(on: node) else {
        return .filtered(
          "missing property \(GoText.quoted(request.attribute))", .distinctProperty,
          detail: "\(request.attribute) is not set", causes: causes,
          isUncertain: !rule.constraint.unknown(on: node).isEmpty)
      }
      let used = question.properties.count(ofRule: number, value: value)
      if used >= rule.limit {
        return .filtered(
          "distinct_property: \(request.attribute)=\(value) used by \(used) allocs", .distinctProperty,
          detail: "at most \(rule.limit) may share a value", causes: causes)
      }
    }
    return nil
  }
}
