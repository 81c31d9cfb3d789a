#if canImport(Glibc)
  // Rounding a `Double` needs the C library's mathematics at link time.
  internal import Glibc
#endif

/// A number of the language. Its representation is private and may change.
///
/// (Stands on `Double` until exact arithmetic replaces it.)
public struct Number: Sendable, Hashable, Comparable {
  private var storage: Double

  public init(_ value: Int) { storage = Double(value) }
  public init(_ value: Double) { storage = value }

  /// A decimal number as HCL writes it: digits, one point, an exponent; a sign where `allowsSign` says so.
  public init?(decimal text: some StringProtocol) {
    guard let value = Double(String(text)) else { return nil }
    storage = value
  }

  /// The value as a whole number, or nil where it is not whole or out of range.
  public var exactInt: Int? { Int(exactly: storage) }
  /// The nearest `Double`.
  public var doubleValue: Double { storage }
  public var isWhole: Bool { storage == storage.rounded(.towardZero) }

  public static func < (left: Number, right: Number) -> Bool { left.storage < right.storage }
  public static func + (left: Number, right: Number) -> Number { Number(left.storage + right.storage) }
  public static func - (left: Number, right: Number) -> Number { Number(left.storage - right.storage) }
  public static func * (left: Number, right: Number) -> Number { Number(left.storage * right.storage) }
  /// Division by zero gives infinity; `0 / 0` has no value.
  public static func / (left: Number, right: Number) -> Number? { Number(left.storage / right.storage) }
  /// The remainder of a division truncated towards zero; `x % 0` is `x`.
  public static func % (left: Number, right: Number) -> Number {
    Number(left.storage.truncatingRemainder(dividingBy: right.storage))
  }
  public static prefix func - (number: Number) -> Number { Number(-number.storage) }
}

extension Number: CustomStringConvertible {
  /// Plain decimal: no exponent, no trailing zeros.
  public var description: String { exactInt.map(String.init) ?? String(storage) }
}
