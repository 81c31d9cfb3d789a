import HCLParser
import JobSpec

/// The operators of constraints on resolved sides; nil is a side that was not found.
/// `reference/scheduler.md` section 3.3.
enum ConstraintEvaluation {
  static func holds(
    _ operation: CompiledConstraint.Operation, _ left: String?, _ right: String?,
    _ prepared: CompiledConstraint.Prepared
  ) -> Bool {
    switch operation {
    case .isSet: return left != nil
    case .isNotSet: return left == nil
    // Checks of their own look after these two.
    case .distinctHosts, .distinctProperty: return true
    case .unknown: return false
    // A side that is missing compares as empty text.
    case .notEqual: return !(left ?? "").utf8.elementsEqual((right ?? "").utf8)
    default: break
    }
    guard let left, let right else { return false }
    switch (operation, prepared) {
    case (.equal, _): return left.utf8.elementsEqual(right.utf8)
    case (.less, _): return order(left, right).map { $0 < 0 } ?? false
    case (.lessOrEqual, _): return order(left, right).map { $0 <= 0 } ?? false
    case (.greater, _): return order(left, right).map { $0 > 0 } ?? false
    case (.greaterOrEqual, _): return order(left, right).map { $0 >= 0 } ?? false
    case (.version, .version(let constraint?)):
      return VersionNumber(left, form: .loose).map { constraint.isSatisfied(by: $0) } ?? false
    case (.regexp, .pattern(let pattern?)): return pattern.matches(left)
    case (.setContainsAll, .set(let wanted)):
      let present = elements(of: left)
      return wanted.allSatisfy { element in present.contains { $0.utf8.elementsEqual(element.utf8) } }
    case (.setContainsAny, .set(let wanted)):
      let present = elements(of: left)
      return wanted.contains { element in present.contains { $0.utf8.elementsEqual(element.utf8) } }
    // A version or pattern that cannot be read matches nothing.
    default: return false
    }
  }

  /// -1, 0 or 1: as whole numbers where both are, else as fractions, else byte by byte. Nil where one is no number at all
  /// ("not a number" is one of the texts that read as fractions).
  static func order(_ left: String, _ right: String) -> Int? {
    if let left = Int64(left), let right = Int64(right) { return left == right ? 0 : left < right ? -1 : 1 }
    if let left = float(left), let right = float(right) {
      if left.isNaN || right.isNaN { return nil }
      return left == right ? 0 : left < right ? -1 : 1
    }
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  /// A fraction as Go reads one: no overflow, and hexadecimal digits only together with an exponent.
  static func float(_ text: String) -> Double? {
    guard let value = Double(text) else { return nil }
    let utf8 = Array(text.utf8)
    let isWord = utf8.contains { $0 | 0x20 == UInt8(ascii: "n") }
    if !value.isFinite, !isWord { return nil }
    let isHexadecimal = utf8.contains { $0 | 0x20 == UInt8(ascii: "x") }
    if isHexadecimal, !utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "p") }) { return nil }
    // `nan(…)` is C's.
    return utf8.contains(UInt8(ascii: "(")) ? nil : value
  }

  /// The parts between commas, blanks around them left out.
  static func elements(of text: String) -> [String] {
    text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false).map { part in
      var part = part
      while let first = part.first, first.properties.isWhitespace { part = part.dropFirst() }
      while let last = part.last, last.properties.isWhitespace { part = part.dropLast() }
      return String(String.UnicodeScalarView(part))
    }
  }
}
