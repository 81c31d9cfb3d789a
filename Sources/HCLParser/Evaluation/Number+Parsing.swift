extension Number {
  /// A decimal number: a sign or none, digits with a point or none, an exponent or none. No blanks.
  ///
  /// Nil where the text is something else, or where the value is greater than any number that the language holds.
  public init?(decimal text: some StringProtocol) {
    guard let number = text.utf8.withContiguousStorageIfAvailable({ Number.parsed($0) }) ?? Number.parsed(text.utf8)
    else { return nil }
    self = number
  }

  /// A whole number as it is written.
  init(literal value: Int) { self.init(.whole(Int64(value)), precision: Number.literalPrecision) }

  /// The same from bytes. Whole numbers of ordinary size, nearly all there are, take no detour.
  init?(decimal bytes: ArraySlice<UInt8>) {
    if (1...18).contains(bytes.count) {
      var value: Int64 = 0
      var isWhole = true
      for byte in bytes {
        let digit = byte &- 48
        if digit > 9 {
          isWhole = false
          break
        }
        value = value &* 10 &+ Int64(digit)
      }
      if isWhole {
        self.init(.whole(value), precision: Number.literalPrecision)
        return
      }
    }
    guard let number = Number.parsed(bytes) else { return nil }
    self = number
  }

  /// A whole number in a base from 2 to 62, as `parseint` reads it: up to base 36 letters count in either case,
  /// beyond it lower-case ones come before upper-case ones. Nil where the text is something else, or far too long.
  public init?(whole text: String, base: Int) {
    guard (2...62).contains(base), text.utf8.count <= 20_000 else { return nil }
    var digits = Substring(text).utf8
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var natural = Natural()
    for byte in digits {
      guard let digit = Number.digit(byte, base: base) else { return nil }
      natural.multiply(by: UInt64(base), adding: UInt64(digit))
    }
    // Whole numbers made of digits have no negative zero.
    self.init(
      isNegative: isNegative && !natural.isZero, significand: natural, exponent: 0,
      precision: max(Number.integerPrecision, natural.bitWidth))
  }

  private static func digit(_ byte: UInt8, base: Int) -> Int? {
    let value: Int
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(byte) - (base <= 36 ? 55 : 29)
    default: return nil
    }
    return value < base ? value : nil
  }

  /// Digits beyond these only count as "a little more": no rounding to 512 bits depends on them.
  private static let significantDigits = 2_000

  private static func parsed(_ bytes: some Collection<UInt8>) -> Number? {
    var index = bytes.startIndex
    func peek() -> UInt8? { index < bytes.endIndex ? bytes[index] : nil }
    var isNegative = false
    if let first = peek(), first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      index = bytes.index(after: index)
    }
    var digits = DecimalReader()
    var sawPoint = false
    scan: while let byte = peek() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte &- 48, isFraction: sawPoint)
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      default: break scan
      }
      index = bytes.index(after: index)
    }
    guard digits.sawAny else { return nil }
    var exponent = 0
    if let byte = peek() {
      guard byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") else { return nil }
      index = bytes.index(after: index)
      var exponentIsNegative = false
      if let sign = peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        exponentIsNegative = sign == UInt8(ascii: "-")
        index = bytes.index(after: index)
      }
      guard index < bytes.endIndex else { return nil }
      while let byte = peek() {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        // Far beyond the range of numbers it no longer matters how far.
        if exponent < 100_000_000_000 { exponent = exponent * 10 + Int(byte &- 48) }
        index = bytes.index(after: index)
      }
      if exponentIsNegative { exponent = -exponent }
    }
    let scale = exponent + digits.scale
    return digits.significand.isZero
      ? Number(isNegative ? .negativeZero : .whole(0), precision: literalPrecision)
      : decimal(isNegative: isNegative, digits.significand, scale: scale)
  }

  /// `significand * 10^scale`, rounded once.
  private static func decimal(isNegative: Bool, _ significand: Natural, scale: Int) -> Number? {
    if scale == 0 {
      return Number(isNegative: isNegative, significand: significand, exponent: 0, precision: literalPrecision)
    }
    // Beyond this no digits that fit in memory bring the value back into range.
    guard abs(scale) < 10_000_000_000 else { return nil }
    let (power, powerExponent) = roundedPowerOfFive(abs(scale))
    guard scale < 0 else {
      let number = Number(
        isNegative: isNegative, significand: significand * power, exponent: scale + powerExponent,
        precision: literalPrecision)
      return number.isInfinite ? nil : number
    }
    let shift = max(0, literalPrecision + 2 + power.bitWidth - significand.bitWidth)
    let (quotient, rest) = significand.shifted(left: shift).quotientAndRemainder(dividingBy: power)
    return Number(
      isNegative: isNegative, significand: quotient, exponent: scale - powerExponent - shift,
      precision: literalPrecision, hasRest: !rest.isZero)
  }

  /// 5 to a power, exact as long as it fits into 64 bits more than a literal has; then rounded, so that a hostile
  /// exponent costs a few dozen multiplications. The power is `significand << exponent`.
  private static func roundedPowerOfFive(_ power: Int) -> (significand: Natural, exponent: Int) {
    var (result, resultExponent) = (Natural(1), 0)
    var (base, baseExponent) = (Natural(5), 0)
    var rest = power
    while rest > 0 {
      if rest & 1 == 1 {
        let (product, taken) = (result * base).rounded(toBits: literalPrecision + 64)
        (result, resultExponent) = (product, resultExponent + baseExponent + taken)
      }
      rest >>= 1
      guard rest > 0 else { break }
      let (square, taken) = (base * base).rounded(toBits: literalPrecision + 128)
      (base, baseExponent) = (square, baseExponent * 2 + taken)
    }
    return (result, resultExponent)
  }

  /// Collects decimal digits into a natural number and the power of ten that it is to be multiplied with.
  private struct DecimalReader {
    var sawAny = false
    /// The power of ten that the digits kept are to be multiplied with.
    private(set) var scale = 0
    private var finished = Natural()
    private var chunk: UInt64 = 0
    private var chunkPower: UInt64 = 1
    private var count = 0
    private var isClosed = false

    mutating func append(_ digit: UInt8, isFraction: Bool) {
      sawAny = true
      if isFraction { scale -= 1 }
      if count == 0, digit == 0 { return }
      if count < Number.significantDigits {
        push(digit)
      } else {
        // One digit more that is not zero stands for all that follow.
        if digit != 0, !isClosed {
          isClosed = true
          push(1)
        } else {
          scale += 1
        }
      }
      count += 1
    }

    private mutating func push(_ digit: UInt8) {
      chunk = chunk * 10 + UInt64(digit)
      chunkPower *= 10
      if chunkPower == 1_000_000_000_000_000_000 {
        finished.multiply(by: chunkPower, adding: chunk)
        (chunk, chunkPower) = (0, 1)
      }
    }

    var significand: Natural {
      var result = finished
      result.multiply(by: chunkPower, adding: chunk)
      return result
    }
  }
}
