extension Number: CustomStringConvertible {
  /// Plain decimal: no exponent, no trailing zeros. Numbers too long to write out show their rough size.
  public var description: String {
    if let text = plainText { return text }
    guard let binary else { return "0" }
    // log10(2), close enough to name a size.
    let power = Int(Double(binary.top) * 0.301_029_995_663_981_2)
    return "\(isNegative ? "-" : "")1e\(power < 0 ? "" : "+")\(power)"
  }

  /// The shortest plain decimal that identifies the value at its precision, as the reference prints it: no exponent, no
  /// trailing zeros, `-0` and infinities with their sign. Nil for numbers of more than some thousand digits.
  public var plainText: String? {
    switch storage {
    case .negativeZero: return "-0"
    case .infinity(let isNegative): return isNegative ? "-Inf" : "+Inf"
    case .whole(let value) where Int64.bitWidth - value.magnitude.leadingZeroBitCount <= precision:
      return String(value)
    default:
      guard let decimal = shortestDecimal else { return nil }
      return (isNegative ? "-" : "") + decimal.plain()
    }
  }

  /// Exponents beyond this would write out thousands of digits, in time that grows with their square.
  private static let writableExponent = 1 << 14

  /// The magnitude in decimal, all digits of it; nil for infinity, and for numbers too long to write out.
  public var exactDecimal: Decimal? {
    guard let binary else { return isInfinite ? nil : Decimal(digits: [], point: 0) }
    guard abs(binary.top) <= Number.writableExponent, binary.exponent > -2 * Number.writableExponent else { return nil }
    return Decimal(binary.significand, exponent: binary.exponent)
  }

  /// The magnitude in as few decimal digits as identify it among the numbers of its precision; nil as above.
  public var shortestDecimal: Decimal? {
    guard var result = exactDecimal else { return nil }
    guard let binary else { return result }
    // A whole number that fits its precision has no shorter name.
    if binary.exponent >= 0, binary.top <= precision { return result }
    // Half a unit in the last place each way: every decimal in between rounds back to this value. A significand longer
    // than the precision has zeros at its end.
    let shift = precision + 1 - binary.significand.bitWidth
    let middle = binary.significand.shifted(left: shift).shifted(right: -shift)
    let exponent = binary.exponent - shift
    let lower = Decimal(middle - Natural(1), exponent: exponent)
    let upper = Decimal(middle + Natural(1), exponent: exponent)
    // The bounds themselves round to the even neighbour.
    let isInclusive = !middle.bit(1)
    for (index, digit) in result.digits.enumerated() {
      let (low, high) = (lower.digit(at: index), upper.digit(at: index))
      let canRoundDown = low != digit || (isInclusive && index + 1 == lower.digits.count)
      let canRoundUp =
        digit != high && (isInclusive || digit + 1 < high || index + 1 < upper.digits.count)
      guard canRoundDown || canRoundUp else { continue }
      if canRoundDown, canRoundUp {
        result.round(to: index + 1)
      } else {
        result.cut(to: index + 1, roundingUp: canRoundUp)
      }
      break
    }
    return result
  }

  /// A decimal magnitude: `0.d1d2d3… * 10^point`, no zeros at the end.
  public struct Decimal: Sendable, Hashable {
    /// Values 0 to 9, the most significant first, the first one not zero.
    public private(set) var digits: [UInt8]
    /// How many digits stand before the decimal point; below zero, how many zeros follow it. 0 for zero.
    public private(set) var point: Int

    init(digits: [UInt8], point: Int) {
      self.digits = digits
      self.point = point
      trim()
    }

    /// `significand * 2^exponent`.
    init(_ significand: Natural, exponent: Int) {
      let whole =
        exponent >= 0 ? significand.shifted(left: exponent) : significand * Natural.powerOfFive(-exponent)
      let digits = whole.decimalDigits
      self.init(digits: digits, point: digits.count + min(0, exponent))
    }

    func digit(at index: Int) -> UInt8 { index < digits.count ? digits[index] : 0 }

    private mutating func trim() {
      while digits.last == 0 { digits.removeLast() }
      if digits.isEmpty { point = 0 }
    }

    /// Rounds to `count` significant digits, ties to even. A negative count leaves nothing.
    public mutating func round(to count: Int) {
      guard count < digits.count else { return }
      guard count >= 0 else {
        self = Decimal(digits: [], point: 0)
        return
      }
      let next = digits[count]
      let isTie = next == 5 && count + 1 == digits.count
      let roundsUp = isTie ? count > 0 && digits[count - 1] & 1 == 1 : next >= 5
      cut(to: count, roundingUp: roundsUp)
    }

    mutating func cut(to count: Int, roundingUp: Bool) {
      guard count >= 0, count < digits.count else { return }
      digits.removeSubrange(count...)
      if roundingUp {
        while digits.last == 9 { digits.removeLast() }
        if let last = digits.indices.last {
          digits[last] += 1
        } else {
          digits = [1]
          point += 1
        }
      }
      trim()
    }

    /// Plain decimal with as many digits after the point as there are, or exactly so many.
    public func plain(fractionDigits: Int? = nil) -> String {
      var decimal = self
      if let fractionDigits { decimal.round(to: point + max(0, fractionDigits)) }
      var text: [UInt8] = []
      for index in 0..<max(1, decimal.point) {
        text.append(48 + (decimal.point > 0 ? decimal.digit(at: index) : 0))
      }
      let count = fractionDigits ?? max(0, decimal.digits.count - decimal.point)
      if count > 0 {
        text.append(UInt8(ascii: "."))
        for place in 0..<count {
          let index = decimal.point + place
          text.append(48 + (index >= 0 ? decimal.digit(at: index) : 0))
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
