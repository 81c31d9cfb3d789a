/// A number of the language: a binary float of arbitrary precision, exact as far as its precision reaches.
///
/// Literals and texts have 512 bits, as in the reference, so that `0.1 + 0.2` prints `0.3`. Whole numbers that a
/// function counted have 64, results of floating-point functions 53: the precision decides how many digits print.
/// Equality, order and hash go by value alone; `-0` equals `0`, though it prints with its sign.
///
/// Invariant: a value that fits in 64 bits is stored as such; any other significand is odd.
public struct Number: Sendable {
  enum Storage: Sendable {
    case whole(Int64)
    case negativeZero
    case infinity(isNegative: Bool)
    indirect case binary(Binary)
  }

  /// `significand * 2^exponent` with its sign; never zero.
  struct Binary: Sendable, Hashable {
    var isNegative: Bool
    var significand: Natural
    var exponent: Int

    /// The exponent of the bit above the highest one.
    var top: Int { exponent + significand.bitWidth }
  }

  /// Bits of precision of literals, and of texts that became numbers.
  static let literalPrecision = 512
  /// Bits of precision of whole numbers that stem from counting.
  static let integerPrecision = 64

  let storage: Storage
  private let bits: UInt32

  /// The number of significant bits that this number's arithmetic keeps.
  var precision: Int { Int(bits) }

  init(_ storage: Storage, precision: Int) {
    self.storage = storage
    bits = UInt32(clamping: max(1, precision))
  }

  /// A whole number, as from counting.
  public init(_ value: Int) {
    let least = Storage.binary(Binary(isNegative: true, significand: Natural(1), exponent: 63))
    self.init(value == .min ? least : .whole(Int64(value)), precision: Number.integerPrecision)
  }

  /// The exact value of a `Double`, with a `Double`'s precision. What is not a number at all counts as zero.
  public init(_ value: Double) {
    if value.isNaN {
      self.init(.whole(0), precision: 53)
    } else if value.isInfinite {
      self.init(.infinity(isNegative: value < 0), precision: 53)
    } else if value == 0 {
      self.init(value.sign == .minus ? .negativeZero : .whole(0), precision: 53)
    } else {
      let significand = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
      let exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
      self.init(
        isNegative: value.sign == .minus, significand: Natural(significand), exponent: exponent, precision: 53)
    }
  }

  /// `significand * 2^exponent`, rounded to the precision, ties to even.
  ///
  /// Beyond exponents of 32 bits lies infinity or zero. `hasRest` says that the exact value is a little more.
  init(isNegative: Bool, significand: Natural, exponent: Int, precision: Int, hasRest: Bool = false) {
    guard !significand.isZero else {
      self.init(isNegative ? .negativeZero : .whole(0), precision: precision)
      return
    }
    var (kept, taken) = significand.rounded(toBits: precision, hasRest: hasRest)
    let zeros = kept.trailingZeroBitCount
    if zeros > 0 {
      kept = kept.shifted(right: zeros)
      taken += zeros
    }
    let exponent = exponent + taken
    let top = exponent + kept.bitWidth
    if top > Int(Int32.max) {
      self.init(.infinity(isNegative: isNegative), precision: precision)
    } else if top < Int(Int32.min) {
      self.init(isNegative ? .negativeZero : .whole(0), precision: precision)
    } else if exponent >= 0, top <= 63, let magnitude = kept.asUInt64 {
      let value = Int64(bitPattern: magnitude << UInt64(exponent))
      self.init(.whole(isNegative ? -value : value), precision: precision)
    } else {
      self.init(
        .binary(Binary(isNegative: isNegative, significand: kept, exponent: exponent)), precision: precision)
    }
  }

  /// The value as significand and exponent; nil for zero and for infinity.
  var binary: Binary? {
    switch storage {
    case .whole(0), .negativeZero, .infinity: nil
    case .whole(let value):
      Binary(isNegative: value < 0, significand: Natural(value.magnitude), exponent: 0)
    case .binary(let binary): binary
    }
  }

  func with(precision: Int) -> Number {
    guard precision < self.precision, let binary else { return Number(storage, precision: precision) }
    return Number(
      isNegative: binary.isNegative, significand: binary.significand, exponent: binary.exponent, precision: precision)
  }
}

extension Number {
  /// The value as a whole number, or nil where it is not whole or out of range.
  public var exactInt: Int? {
    switch storage {
    case .whole(let value): Int(exactly: value)
    case .negativeZero: 0
    case .infinity: nil
    case .binary(let binary):
      // The one value of 64 bits that has a greater magnitude than its negation.
      binary.isNegative && binary.exponent == 63 && binary.significand == Natural(1) ? Int(exactly: Int64.min) : nil
    }
  }

  /// The nearest `Double`; infinite where none is near.
  public var doubleValue: Double {
    switch storage {
    case .whole(let value): return Double(value)
    case .negativeZero: return -0.0
    case .infinity(let isNegative): return isNegative ? -Double.infinity : Double.infinity
    case .binary(let binary):
      let sign: FloatingPointSign = binary.isNegative ? .minus : .plus
      // Below the smallest normal value fewer bits are left.
      let width = min(53, binary.top + 1074)
      if binary.top > 1024 { return sign == .minus ? -Double.infinity : Double.infinity }
      if width < 0 { return sign == .minus ? -0.0 : 0 }
      let (kept, taken) =
        width == 0
        ? (binary.significand == Natural(1) ? Natural() : Natural(1), binary.significand.bitWidth)
        : binary.significand.rounded(toBits: width)
      return Double(sign: sign, exponent: binary.exponent + taken, significand: Double(kept.asUInt64 ?? 0))
    }
  }

  /// True without a fraction: `2.0` and `-0` are whole, infinity is not.
  public var isWhole: Bool {
    switch storage {
    case .whole, .negativeZero: true
    case .infinity: false
    case .binary(let binary): binary.exponent >= 0
    }
  }

  /// True for either infinity, which division by zero gives. `reference/hcl.md` 5.1.
  public var isInfinite: Bool { if case .infinity = storage { true } else { false } }

  /// True below zero, and for `-0`.
  public var isNegative: Bool {
    switch storage {
    case .whole(let value): value < 0
    case .negativeZero: true
    case .infinity(let isNegative): isNegative
    case .binary(let binary): binary.isNegative
    }
  }

  /// True for `0` and `-0`.
  public var isZero: Bool {
    switch storage {
    case .whole(let value): value == 0
    case .negativeZero: true
    default: false
    }
  }

  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }
}

extension Number: Hashable, Comparable {
  public static func == (left: Number, right: Number) -> Bool { left.order(against: right) == 0 }

  public static func < (left: Number, right: Number) -> Bool { left.order(against: right) < 0 }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .whole(let value): hasher.combine(value)
    case .negativeZero: hasher.combine(Int64(0))
    case .infinity(let isNegative): hasher.combine(isNegative)
    case .binary(let binary): hasher.combine(binary)
    }
  }

  /// Less than, equal to, or greater than zero as `self` is to `other`.
  private func order(against other: Number) -> Int {
    if case .whole(let a) = storage, case .whole(let b) = other.storage { return a < b ? -1 : a > b ? 1 : 0 }
    let (sign, otherSign) = (signum, other.signum)
    if sign != otherSign { return sign < otherSign ? -1 : 1 }
    guard sign != 0 else { return 0 }
    switch (isInfinite, other.isInfinite) {
    case (true, true): return 0
    case (true, false): return sign
    case (false, true): return -sign
    case (false, false): break
    }
    guard let a = binary, let b = other.binary else { return 0 }
    if a.top != b.top { return a.top < b.top ? -sign : sign }
    // Equal tops: the exponents differ by no more than the widths do.
    let exponent = min(a.exponent, b.exponent)
    let left = a.significand.shifted(left: a.exponent - exponent)
    let right = b.significand.shifted(left: b.exponent - exponent)
    return left == right ? 0 : left < right ? -sign : sign
  }
}
