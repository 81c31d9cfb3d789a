/// What a node has to be for the instances of one group: the checks in the order of the real scheduler
/// (scheduler.md 3), made ready once.
struct FeasibilityChecks: Sendable {
  let request: PlacementRequest
  let checks: [any FeasibilityCheck]
  /// Constraints that count how often a value is used.
  let properties: [DistinctPropertyRule]
  /// No class can answer for its nodes: some constraint asks for what is unique to a node.
  let jobEscapesClasses: Bool
  let groupEscapesClasses: Bool

  /// Something is asked of single nodes, whatever their class.
  let asksNodes: Bool

  /// `job` and `group` are the numbers of the state's table.
  init(_ request: PlacementRequest, job: Int, group: Int) {
    self.request = request
    let jobConstraints = request.jobConstraints.map(CompiledConstraint.init)
    let groupConstraints = request.groupConstraints.map(CompiledConstraint.init)
    jobEscapesClasses = jobConstraints.contains(where: \.isUnique)
    groupEscapesClasses = groupConstraints.contains(where: \.isUnique)
    properties =
      DistinctPropertyRule.rules(jobConstraints, job: job, group: nil)
      + DistinctPropertyRule.rules(groupConstraints, job: job, group: group)
    var checks: [any FeasibilityCheck] = [
      ConstraintsHold(jobConstraints, scope: .jobAndClass),
      DriverAvailable(request.drivers),
      ConstraintsHold(groupConstraints, scope: .groupAndClass),
      HostVolumesPresent(request),
      DevicesPresent(request.devices),
      NetworkAvailable(request),
      CSIVolumesUsable(request, job: job),
    ]
    if !request.jobKind.runsOnEveryNode {
      checks.append(DistinctHosts(jobConstraints, job: job, group: nil))
      checks.append(DistinctHosts(groupConstraints, job: job, group: group))
    }
    checks.append(DistinctProperty(properties))
    self.checks = checks.filter { !(($0 as? any OptionalCheck)?.isIdle ?? false) }
    asksNodes = self.checks.contains { $0.scope == .node }
  }

  /// The first reason among the checks of one scope.
  func firstRejection(_ question: FeasibilityQuestion, within scope: FeasibilityScope, in state: ClusterState)
    -> Rejection?
  {
    for check in checks where check.scope == scope {
      if let rejection = check.rejection(question, in: state) { return rejection }
    }
    return nil
  }
}

/// A check that has nothing to ask for some groups.
protocol OptionalCheck: FeasibilityCheck {
  var isIdle: Bool { get }
}
