import JobSpec

/// A constraint or affinity of a device request, made ready for many groups of devices.
struct DeviceConstraint: Sendable {
  /// One side: a typed literal, or a fact of the device group.
  private enum Target: Sendable {
    case literal(DeviceQuantity)
    case ids, model, vendor, type
    case attribute(String)
    case unresolvable

    init(_ text: String) {
      let prefix = "${device.attr."
      switch text {
      case _ where !text.utf8.starts(with: "${".utf8): self = .literal(DeviceQuantity(written: text))
      case "${device.ids}": self = .ids
      case "${device.model}": self = .model
      case "${device.vendor}": self = .vendor
      case "${device.type}": self = .type
      case _ where text.utf8.starts(with: prefix.utf8):
        var key = text.utf8.dropFirst(prefix.utf8.count)
        if key.last == UInt8(ascii: "}") { key = key.dropLast() }
        self = .attribute(String(key) ?? "")
      default: self = .unresolvable
      }
    }

    func value(of device: NodeDevice) -> DeviceQuantity? {
      switch self {
      case .literal(let quantity): quantity
      case .ids: DeviceQuantity(.string(device.instances.map(\.id).joined(separator: ",")))
      case .model: DeviceQuantity(.string(device.name))
      case .vendor: DeviceQuantity(.string(device.vendor))
      case .type: DeviceQuantity(.string(device.type))
      case .attribute(let key): device.attribute(key)
      case .unresolvable: nil
      }
    }
  }

  let request: RequestedConstraint
  private let operation: CompiledConstraint.Operation
  private let left: Target
  private let right: Target
  /// Pattern, version or set of a literal right side.
  private let prepared: CompiledConstraint.Prepared

  init(_ request: RequestedConstraint) {
    self.request = request
    let compiled = CompiledConstraint(request)
    operation = compiled.operation
    left = Target(request.attribute)
    right = Target(request.value)
    prepared = CompiledConstraint.prepare(compiled.operation, request.value)
  }

  /// True where the constraint speaks of single instances, which only the choice of instances can answer.
  var choosesInstances: Bool {
    if case .ids = left { return true }
    return false
  }

  /// Whether the constraint, which speaks of ids, holds for one instance.
  func admits(instance id: String) -> Bool {
    ConstraintEvaluation.holds(operation, id, request.value, prepared)
  }

  /// Whether a group of devices meets the constraint.
  func holds(for device: NodeDevice) -> Bool {
    let leftValue = left.value(of: device)
    let rightValue = right.value(of: device)
    switch operation {
    case .isSet: return leftValue != nil
    case .isNotSet: return leftValue == nil
    case .notEqual:
      // Unlike for nodes, two missing values do not differ, and what cannot be compared does not either.
      guard let leftValue, let rightValue else { return leftValue != nil || rightValue != nil }
      return leftValue.order(to: rightValue).map { $0 != 0 } ?? false
    default: break
    }
    guard let leftValue, let rightValue else { return false }
    switch operation {
    case .equal: return leftValue.order(to: rightValue) == 0
    case .less: return leftValue.order(to: rightValue).map { $0 < 0 } ?? false
    case .lessOrEqual: return leftValue.order(to: rightValue).map { $0 <= 0 } ?? false
    case .greater: return leftValue.order(to: rightValue).map { $0 > 0 } ?? false
    case .greaterOrEqual: return leftValue.order(to: rightValue).map { $0 >= 0 } ?? false
    default:
      guard let leftText = leftValue.text else { return false }
      if case .literal = right { return ConstraintEvaluation.holds(operation, leftText, request.value, prepared) }
      guard let rightText = rightValue.text else { return false }
      return ConstraintEvaluation.holds(
        operation, leftText, rightText, CompiledConstraint.prepare(operation, rightText))
    }
  }
}
