/// Every constraint holds on the node.
struct ConstraintsHold: OptionalCheck {
  let constraints: [CompiledConstraint]
  let scope: FeasibilityScope

  init(_ constraints: [CompiledConstraint], scope: FeasibilityScope) {
    self.constraints = constraints
    self.scope = scope
  }

  var isIdle: Bool { constraints.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    let node = question.node(in: state)
    guard let failing = constraints.first(where: { !$0.holds(on: node) }) else { return nil }
    return rejection(of: node, by: failing)
  }

  private func rejection(of node: Node, by constraint: CompiledConstraint) -> Rejection {
    let unknown = constraint.unknown(on: node)
    var detail = Self.finding(constraint.left, on: node)
    if !constraint.right.isLiteral { detail += "; " + Self.finding(constraint.right, on: node) }
    if !unknown.isEmpty { detail = "the snapshot does not tell the node's attributes and metadata" }
    return .filtered(
      constraint.text, .constraint, detail: detail,
      causes: constraint.request.range.map { [.init(constraint.request.demand, $0)] } ?? [],
      isUncertain: !unknown.isEmpty)
  }

  /// `${attr.os.name} is "debian"`.
  private static func finding(_ target: ConstraintTarget, on node: Node) -> String {
    guard !target.isLiteral else { return "\"\(target.text)\" is a text, not a reference" }
    return target.value(on: node).map { "\(target.text) is \"\($0)\"" } ?? "\(target.text) is not set"
  }
}

extension RequestedConstraint {
  /// Who asks for it, as messages say it.
  fileprivate var demand: String {
    isImplied ? "Nomad adds it for what \(owner.name) has here" : "\(owner.name) asks for it here"
  }
}

extension RequestOwner {
  /// How messages call whoever asks.
  var name: String {
    switch self {
    case .job: "the job"
    case .group(let name): "group \"\(name)\""
    case .task(let name): "task \"\(name)\""
    }
  }
}
