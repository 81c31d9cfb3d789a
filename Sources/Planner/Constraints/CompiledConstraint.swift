import HCLParser
import JobSpec

/// A constraint or affinity made ready for many nodes: targets taken apart, pattern, version or set prepared once.
struct CompiledConstraint: Sendable {
  /// What the operator does with the two sides.
  enum Operation: Sendable {
    case equal, notEqual
    case less, lessOrEqual, greater, greaterOrEqual
    case version(VersionConstraint.Flavour)
    case regexp
    case setContainsAll, setContainsAny
    case isSet, isNotSet
    case distinctHosts, distinctProperty
    /// Validation refuses it; here it holds on no node.
    case unknown
  }

  /// The right side, as far as it can be prepared without a node.
  enum Prepared: Sendable {
    case version(VersionConstraint?)
    case pattern(Pattern?)
    case set([String])
    case nothing
  }

  let request: RequestedConstraint
  let left: ConstraintTarget
  let right: ConstraintTarget
  let operation: Operation
  private let prepared: Prepared

  init(_ request: RequestedConstraint) {
    self.request = request
    left = ConstraintTarget(request.attribute)
    right = ConstraintTarget(request.value)
    operation = Self.operation(request.comparison)
    prepared = right.isLiteral ? Self.prepare(operation, right.text) : .nothing
  }

  private static func operation(_ name: String) -> Operation {
    switch name {
    case "=", "==", "is": .equal
    case "!=", "not": .notEqual
    case "<": .less
    case "<=": .lessOrEqual
    case ">": .greater
    case ">=": .greaterOrEqual
    case "version": .version(.version)
    case "semver": .version(.semver)
    case "regexp": .regexp
    case "set_contains", "set_contains_all": .setContainsAll
    case "set_contains_any": .setContainsAny
    case "is_set": .isSet
    case "is_not_set": .isNotSet
    case "distinct_hosts": .distinctHosts
    case "distinct_property": .distinctProperty
    default: .unknown
    }
  }

  static func prepare(_ operation: Operation, _ text: String) -> Prepared {
    switch operation {
    case .version(let flavour): .version(VersionConstraint(text, flavour: flavour))
    case .regexp: .pattern(Pattern(text))
    case .setContainsAll, .setContainsAny: .set(ConstraintEvaluation.elements(of: text))
    default: .nothing
    }
  }

  /// As Nomad prints it among the reasons.
  var text: String { request.text }

  /// Whether no class can answer for its nodes.
  var isUnique: Bool { left.isUnique || right.isUnique }

  /// Parts the node's snapshot leaves out and the answer hangs on.
  func unknown(on node: Node) -> Node.Unknown {
    node.unknown.intersection(left.source.union(right.source))
  }

  /// Whether the node meets the constraint.
  func holds(on node: Node) -> Bool {
    let leftText = left.value(on: node)
    let rightText = right.value(on: node)
    var prepared = self.prepared
    if case .nothing = prepared, let rightText { prepared = Self.prepare(operation, rightText) }
    return ConstraintEvaluation.holds(operation, leftText, rightText, prepared)
  }
}
