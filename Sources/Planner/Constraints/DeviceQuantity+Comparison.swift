/// How typed values of devices are read from a job file and compared. `reference/scheduler.md` section 3.4.
extension DeviceQuantity {
  /// Units of one base can be compared with each other.
  enum UnitBase: Sendable, Hashable {
    case none, bytes, byteRate, hertz, watts
  }

  /// Longer names first, since `MB/s` ends with what is no unit and `GiB` ends with what could be one.
  private static let units: [(name: String, base: UnitBase, multiplier: Int128)] = {
    var units: [(name: String, base: UnitBase, multiplier: Int128)] = []
    var binary: Int128 = 1
    var decimal: Int128 = 1
    for letter in ["K", "M", "G", "T", "P", "E"] {
      binary *= 1024
      decimal *= 1000
      units.append(("\(letter)iB", .bytes, binary))
      units.append(("\(letter)B", .bytes, decimal))
      units.append(("\(letter)iB/s", .byteRate, binary))
      units.append(("\(letter)B/s", .byteRate, decimal))
      if letter == "K" {
        units.append(("kB", .bytes, decimal))
        units.append(("kB/s", .byteRate, decimal))
      }
    }
    units += [("MHz", .hertz, 1), ("GHz", .hertz, 1000)]
    units += [
      ("mW", .watts, 1), ("W", .watts, 1000), ("kW", .watts, 1_000_000), ("MW", .watts, 1_000_000_000),
      ("GW", .watts, 1_000_000_000_000),
    ]
    return units.sorted { $0.name.utf8.count > $1.name.utf8.count }
  }()

  /// A value as a job file writes it: a number with an optional unit, a boolean, or else text.
  init(written text: String) {
    var digits = text
    var unit = ""
    if let known = Self.units.first(where: { text.utf8.reversed().starts(with: $0.name.utf8.reversed()) }) {
      unit = known.name
      digits = String(text.utf8.dropLast(known.name.utf8.count)) ?? text
    }
    digits = ConstraintEvaluation.elements(of: digits).count == 1 ? Self.trimmed(digits) : digits
    if let int = Int(digits) {
      self.init(.int(int), unit: unit)
    } else if let float = ConstraintEvaluation.float(digits), float.isFinite {
      self.init(.float(float), unit: unit)
    } else if let bool = Self.bool(text) {
      self.init(.bool(bool))
    } else {
      self.init(.string(text))
    }
  }

  private static func trimmed(_ text: String) -> String { ConstraintEvaluation.elements(of: text).first ?? text }

  /// A boolean as Go reads one.
  static func bool(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
  }

  private var knownUnit: (base: UnitBase, multiplier: Int128)? {
    if unit.isEmpty { return (.none, 1) }
    return Self.units.first { $0.name.utf8.elementsEqual(unit.utf8) }.map { ($0.base, $0.multiplier) }
  }

  /// -1, 0 or 1, or nil where the two cannot be compared: of different kinds, or with units of different bases.
  func order(to other: DeviceQuantity) -> Int? {
    switch (content, other.content) {
    case (.string(let left), .string(let right)):
      if left.utf8.elementsEqual(right.utf8) { return 0 }
      return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    case (.bool(let left), .bool(let right)): return left == right ? 0 : 1
    case (.int(let left), .int(let right)):
      guard let units = comparableUnits(with: other) else { return nil }
      let (a, b) = (Int128(left) * units.0, Int128(right) * units.1)
      return a == b ? 0 : a < b ? -1 : 1
    case (.int, .float), (.float, .int), (.float, .float):
      guard let units = comparableUnits(with: other), let left = number, let right = other.number else { return nil }
      let (a, b) = (left * Double(units.0), right * Double(units.1))
      return a == b ? 0 : a < b ? -1 : 1
    default: return nil
    }
  }

  private var number: Double? {
    switch content {
    case .int(let int): Double(int)
    case .float(let float): float
    default: nil
    }
  }

  private func comparableUnits(with other: DeviceQuantity) -> (Int128, Int128)? {
    guard let mine = knownUnit, let theirs = other.knownUnit, mine.base == theirs.base else { return nil }
    return (mine.multiplier, theirs.multiplier)
  }

  /// The value as text, for the operators that work on texts; nil for a number with a unit, a fraction or a boolean.
  var text: String? {
    switch content {
    case .string(let text): text
    case .int(let int) where unit.isEmpty: String(int)
    default: nil
    }
  }
}

extension DeviceQuantity: CustomStringConvertible {
  public var description: String {
    switch content {
    case .int(let int): unit.isEmpty ? "\(int)" : "\(int) \(unit)"
    case .float(let float): unit.isEmpty ? "\(float)" : "\(float) \(unit)"
    case .string(let text): text
    case .bool(let bool): "\(bool)"
    }
  }
}
