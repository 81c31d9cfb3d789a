/// Says why a node is of the wrong kind for a group, as the real scheduler would: with its memory of node classes.
struct NodeFilter {
  /// Without the memory: every node is asked everything and tells its own reason.
  var isIdeal = false

  /// The checks of each group, by the group's number in the state.
  private var checks: [Int: FeasibilityChecks] = [:]
  private var memo: ClassMemo?
  /// The counts of distinct properties, kept for the length of one attempt.
  private var properties: (group: Int, use: PropertyUse)?

  /// Single nodes were asked, so that another node than the first candidate may have answered for its class.
  var hasAskedOutOfOrder = false

  init() {}

  /// Forgets what holds only until the next placement. To be called before each attempt.
  mutating func beginAttempt() { properties = nil }

  /// Drops the checks of a group, whose request has changed. What is remembered of classes stays.
  mutating func forgetChecks(ofGroup group: Int) { checks[group] = nil }

  /// What is remembered of classes for a group, to go back to it.
  func memory(ofGroup group: Int) -> ClassMemo.Part? { memo?.part(ofGroup: group) }

  mutating func restore(_ memory: ClassMemo.Part?, ofGroup group: Int) {
    if let memory { memo?.restore(memory, ofGroup: group) } else { memo = nil }
  }

  /// True where no class has been asked anything for a group, so that first candidates will answer for their classes.
  func isFresh(forGroup group: Int) -> Bool { !isIdeal && !hasAskedOutOfOrder && memo?.knows(group: group) != true }

  /// Takes over what the first candidates of all classes have said to another group that asked the same.
  mutating func adopt(_ verdicts: ClassVerdicts, ofGroup group: Int) {
    if memo == nil { memo = ClassMemo(classCount: verdicts.ofJob.count) }
    memo?.adopt(verdicts, ofGroup: group)
  }

  /// What the classes have said to a group.
  func verdicts(ofGroup group: Int, mask: [Double]) -> ClassVerdicts? { memo?.verdicts(ofGroup: group, mask: mask) }

  /// How far the answers for a group reach.
  struct Traits {
    /// No class can answer for its nodes.
    var escapesClasses: Bool
    /// Something is asked of single nodes, and may change with each placement there.
    var asksNodes: Bool
    /// A placement may close nodes elsewhere that share a property.
    var countsProperties: Bool
  }

  mutating func traits(for request: PlacementRequest, group: Int, in state: ClusterState) -> Traits {
    let checks = self.checks(for: request, group: group, in: state)
    return Traits(
      escapesClasses: checks.jobEscapesClasses || checks.groupEscapesClasses, asksNodes: checks.asksNodes,
      countsProperties: !checks.properties.isEmpty)
  }

  /// Nomad's text for what is wrong with a node, or nil where it is of the right kind.
  mutating func reason(
    against node: Int, for request: PlacementRequest, group: Int, instance: Int, in state: ClusterState
  ) -> String? {
    rejection(of: node, for: request, group: group, instance: instance, in: state)?.reason
  }

  /// What is wrong with a node first, or nil where it is of the right kind.
  mutating func rejection(
    of node: Int, for request: PlacementRequest, group: Int, instance: Int, in state: ClusterState
  ) -> Rejection? {
    let checks = self.checks(for: request, group: group, in: state)
    if isIdeal {
      let question = question(node, checks, group: group, instance: instance, in: state)
      return checks.checks.lazy.compactMap { $0.rejection(question, in: state) }.first
    }
    let nodeClass = state.snapshot.classes.ofNode[node]
    var memo = self.memo ?? ClassMemo(classCount: state.snapshot.classes.count)
    self.memo = nil
    defer { self.memo = memo }
    let byJob = checks.jobEscapesClasses ? .unknown : memo.job(nodeClass)
    let byGroup = checks.groupEscapesClasses ? .unknown : memo.group(group, nodeClass)
    if byJob == .unfit { return Self.judgedByClass }
    if byJob == .fit, byGroup == .fit, !checks.asksNodes { return nil }
    let question = question(node, checks, group: group, instance: instance, in: state)
    if byJob == .unknown {
      let rejection = checks.firstRejection(question, within: .jobAndClass, in: state)
      if !checks.jobEscapesClasses { memo.setJob(nodeClass, rejection == nil ? .fit : .unfit) }
      if let rejection { return rejection }
    }
    if byGroup == .unfit { return Self.judgedByClass }
    if byGroup == .unknown {
      let rejection = checks.firstRejection(question, within: .groupAndClass, in: state)
      if !checks.groupEscapesClasses { memo.setGroup(group, nodeClass, rejection == nil ? .fit : .unfit) }
      if let rejection { return rejection }
    }
    return checks.asksNodes ? checks.firstRejection(question, within: .node, in: state) : nil
  }

  /// For each class that was asked about, by its first node, whether the job fits it.
  func classEligibility(in state: ClusterState) -> [(node: Int, isFit: Bool)] {
    guard let memo else { return [] }
    return zip(state.snapshot.classes.firstNodes, memo.eligibility()).compactMap { node, isFit in
      isFit.map { (node, $0) }
    }
  }

  private static let judgedByClass = Rejection.filtered(
    "computed class ineligible", .nodeClass, detail: "judged by the first node of its class")

  private mutating func checks(for request: PlacementRequest, group: Int, in state: ClusterState)
    -> FeasibilityChecks
  {
    if let ready = checks[group] { return ready }
    let job = state.jobs.existingNumber(namespace: request.namespace, id: request.jobID) ?? 0
    let made = FeasibilityChecks(request, job: job, group: group)
    checks[group] = made
    return made
  }

  private mutating func question(
    _ node: Int, _ checks: FeasibilityChecks, group: Int, instance: Int, in state: ClusterState
  ) -> FeasibilityQuestion {
    let use: PropertyUse
    if let properties, properties.group == group {
      use = properties.use
    } else {
      use = PropertyUse(checks.properties, in: state)
      properties = (group, use)
    }
    return FeasibilityQuestion(number: node, instance: instance, properties: use)
  }
}
