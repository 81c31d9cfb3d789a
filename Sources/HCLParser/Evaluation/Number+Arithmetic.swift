extension Number {
  /// The sum; nil for infinities of opposite sign, which have none.
  public func adding(_ other: Number) -> Number? {
    let precision = max(self.precision, other.precision)
    if case .whole(let a) = storage, case .whole(let b) = other.storage {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow, sum != .min, precision >= Number.integerPrecision {
        return Number(.whole(sum), precision: precision)
      }
    }
    if isInfinite || other.isInfinite {
      if isInfinite, other.isInfinite, isNegative != other.isNegative { return nil }
      return Number(isInfinite ? storage : other.storage, precision: precision)
    }
    guard let a = binary else {
      // Two zeros give `-0` only where both have the sign.
      if other.isZero {
        return isNegative ? Number(other.storage, precision: precision) : Number(.whole(0), precision: precision)
      }
      return other.with(precision: precision)
    }
    guard let b = other.binary else { return with(precision: precision) }
    return Number.sum(a, b, precision: precision)
  }

  private static func sum(_ a: Binary, _ b: Binary, precision: Int) -> Number {
    // What lies this far below the last bit kept cannot change the rounding; without this, a hostile exponent
    // would be written out in zeros.
    if a.top - b.top > precision + 2 { return Number(.binary(a), precision: precision).normalised }
    if b.top - a.top > precision + 2 { return Number(.binary(b), precision: precision).normalised }
    let exponent = min(a.exponent, b.exponent)
    let left = a.significand.shifted(left: a.exponent - exponent)
    let right = b.significand.shifted(left: b.exponent - exponent)
    if a.isNegative == b.isNegative {
      return Number(
        isNegative: a.isNegative, significand: left + right, exponent: exponent, precision: precision)
    }
    if left == right { return Number(.whole(0), precision: precision) }
    return left > right
      ? Number(isNegative: a.isNegative, significand: left - right, exponent: exponent, precision: precision)
      : Number(isNegative: b.isNegative, significand: right - left, exponent: exponent, precision: precision)
  }

  /// The same value in the form that the invariant asks for.
  private var normalised: Number {
    guard case .binary(let binary) = storage else { return self }
    return Number(
      isNegative: binary.isNegative, significand: binary.significand, exponent: binary.exponent, precision: precision)
  }

  /// The difference; nil for two infinities of one sign.
  public func subtracting(_ other: Number) -> Number? {
    // `0 - 0` is `0`: adding `-0` to it gives just that.
    adding(-other)
  }

  /// The product; nil for infinity times zero.
  public func multiplied(by other: Number) -> Number? {
    let precision = max(self.precision, other.precision)
    if case .whole(let a) = storage, case .whole(let b) = other.storage {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow, product != 0, product != .min, precision >= Number.integerPrecision {
        return Number(.whole(product), precision: precision)
      }
    }
    let isNegative = isNegative != other.isNegative
    if isInfinite || other.isInfinite {
      if isZero || other.isZero { return nil }
      return Number(.infinity(isNegative: isNegative), precision: precision)
    }
    guard let a = binary, let b = other.binary else {
      return Number(isNegative ? .negativeZero : .whole(0), precision: precision)
    }
    // A product keeps all its bits up to those of a literal, whatever its factors had.
    let product = Number(
      isNegative: isNegative, significand: a.significand * b.significand, exponent: a.exponent + b.exponent,
      precision: max(precision, Number.literalPrecision))
    let needed = product.binary?.significand.bitWidth ?? 0
    return Number(product.storage, precision: max(precision, needed))
  }

  /// The quotient. Division by zero gives infinity; nil for `0 / 0` and infinity by infinity.
  public func divided(by other: Number) -> Number? {
    let precision = max(self.precision, other.precision)
    let isNegative = isNegative != other.isNegative
    switch (isInfinite, other.isInfinite) {
    case (true, true): return nil
    case (true, false): return Number(.infinity(isNegative: isNegative), precision: precision)
    case (false, true): return Number(isNegative ? .negativeZero : .whole(0), precision: precision)
    case (false, false): break
    }
    guard let b = other.binary else {
      return isZero ? nil : Number(.infinity(isNegative: isNegative), precision: precision)
    }
    guard let a = binary else { return Number(isNegative ? .negativeZero : .whole(0), precision: precision) }
    // Two bits more than are kept, and whether anything is left, decide the rounding.
    let shift = max(0, precision + 2 + b.significand.bitWidth - a.significand.bitWidth)
    let (quotient, rest) = a.significand.shifted(left: shift).quotientAndRemainder(dividingBy: b.significand)
    return Number(
      isNegative: isNegative, significand: quotient, exponent: a.exponent - shift - b.exponent, precision: precision,
      hasRest: !rest.isZero)
  }

  /// The remainder of a division truncated towards zero; `x % 0` is `x`. Nil for infinity and zero.
  ///
  /// Computed from the rounded quotient, as the reference does, not from the exact one.
  public func remainder(dividingBy other: Number) -> Number? {
    if isInfinite || other.isInfinite { return multiplied(by: other) }
    if other.isZero { return self }
    if case .whole(let a) = storage, case .whole(let b) = other.storage, b != -1, a != 0,
      precision >= Number.integerPrecision
    {
      return Number(.whole(a % b), precision: precision)
    }
    guard let whole = divided(by: other)?.truncated.with(precision: precision),
      let multiple = other.multiplied(by: whole)?.with(precision: precision)
    else { return nil }
    return subtracting(multiple)?.with(precision: precision)
  }

  /// The whole part, without what stands after the point.
  public var truncated: Number { whole(roundingUpMagnitude: false) }

  /// The greatest whole number that is not greater.
  public var floor: Number { whole(roundingUpMagnitude: isNegative) }

  /// The least whole number that is not less.
  public var ceil: Number { whole(roundingUpMagnitude: !isNegative) }

  /// The number without its sign.
  public var magnitude: Number { isNegative ? -self : self }

  private func whole(roundingUpMagnitude: Bool) -> Number {
    if isInfinite { return self }
    guard let binary else { return Number(.whole(0), precision: Number.integerPrecision) }
    var significand = binary.significand
    if binary.exponent < 0 {
      significand = significand.shifted(right: -binary.exponent)
      if roundingUpMagnitude { significand = significand + Natural(1) }
    }
    // The whole part has no negative zero.
    if significand.isZero { return Number(.whole(0), precision: Number.integerPrecision) }
    let exponent = max(0, binary.exponent)
    let width = min(exponent + significand.bitWidth, max(precision, Number.literalPrecision))
    return Number(
      isNegative: binary.isNegative, significand: significand, exponent: exponent,
      precision: max(Number.integerPrecision, width))
  }

  /// The number with the other sign; `-0` and `0` are each other's opposite.
  public static prefix func - (number: Number) -> Number {
    let precision = number.precision
    switch number.storage {
    case .whole(0): return Number(.negativeZero, precision: precision)
    // The least value of 64 bits is never stored as a whole one, so that this cannot overflow.
    case .whole(let value): return Number(.whole(0 &- value), precision: precision)
    case .negativeZero: return Number(.whole(0), precision: precision)
    case .infinity(let isNegative): return Number(.infinity(isNegative: !isNegative), precision: precision)
    case .binary(var binary):
      binary.isNegative.toggle()
      return Number(.binary(binary), precision: precision)
    }
  }

  /// The sum of finite numbers. See `adding(_:)` for others.
  public static func + (left: Number, right: Number) -> Number { left.adding(right) ?? Number(0) }
  /// The difference of finite numbers. See `subtracting(_:)` for others.
  public static func - (left: Number, right: Number) -> Number { left.subtracting(right) ?? Number(0) }
  /// The product of finite numbers. See `multiplied(by:)` for others.
  public static func * (left: Number, right: Number) -> Number { left.multiplied(by: right) ?? Number(0) }
  /// Division by zero gives infinity; `0 / 0` has no value.
  public static func / (left: Number, right: Number) -> Number? { left.divided(by: right) }
  /// The remainder of a division truncated towards zero; `x % 0` is `x`. Of finite numbers only.
  public static func % (left: Number, right: Number) -> Number { left.remainder(dividingBy: right) ?? Number(0) }
}
