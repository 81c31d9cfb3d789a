/// No other instance of the job (or of the group, for the group's own constraint) is on the node.
struct DistinctHosts: OptionalCheck {
  private let constraint: CompiledConstraint?
  private let job: Int
  /// Nil where the constraint is the job's.
  private let group: Int?
  var scope: FeasibilityScope { .node }

  init(_ constraints: [CompiledConstraint], job: Int, group: Int?) {
    constraint = constraints.first { constraint in
      guard case .distinctHosts = constraint.operation else { return false }
      // Only a plain "no" switches it off.
      return DeviceQuantity.bool(constraint.right.text) != false
    }
    self.job = job
    self.group = group
  }

  var isIdle: Bool { constraint == nil }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    guard let constraint else { return nil }
    let count = state.count(ofJob: job, group: group, onNode: question.number)
    guard count > 0 else { return nil }
    return .filtered(
      "distinct_hosts", .distinctHosts,
      detail:
        "the node has \(count) \(count == 1 ? "instance" : "instances") of the \(group == nil ? "job" : "group") already",
      causes: constraint.request.range.map { [.init("\(constraint.request.owner.name) asks for it here", $0)] } ?? [])
  }
}
