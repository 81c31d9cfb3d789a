/// A natural number of any size: what the significand of an exact `Number` is made of.
///
/// Invariant: no zero limb at the top; zero has no limbs. Whoever makes large ones bounds their size.
struct Natural: Hashable, Sendable {
  /// 64 bits each, the lowest first.
  private(set) var limbs: [UInt64]

  init() { limbs = [] }
  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }
  init(limbs: [UInt64]) {
    self.limbs = limbs
    trim()
  }

  /// 2 to the power of `exponent`.
  static func powerOfTwo(_ exponent: Int) -> Natural { Natural(1).shifted(left: exponent) }

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { (limbs.first ?? 0) & 1 == 1 }
  var bitWidth: Int { limbs.isEmpty ? 0 : limbs.count * 64 - (limbs.last ?? 0).leadingZeroBitCount }
  /// The value, or nil where it needs more than 64 bits.
  var asUInt64: UInt64? { limbs.isEmpty ? 0 : limbs.count == 1 ? limbs[0] : nil }

  /// The number of zero bits at the low end; 0 for zero.
  var trailingZeroBitCount: Int {
    for (index, limb) in limbs.enumerated() where limb != 0 { return index * 64 + limb.trailingZeroBitCount }
    return 0
  }

  func bit(_ index: Int) -> Bool {
    index / 64 < limbs.count && (limbs[index / 64] >> UInt64(index % 64)) & 1 == 1
  }

  private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }

  func shifted(left count: Int) -> Natural {
    guard count > 0, !isZero else { return self }
    let (whole, part) = (count / 64, UInt64(count % 64))
    var result = [UInt64](repeating: 0, count: whole)
    result.reserveCapacity(whole + limbs.count + 1)
    guard part > 0 else { return Natural(limbs: result + limbs) }
    var carry: UInt64 = 0
    for limb in limbs {
      result.append(limb << part | carry)
      carry = limb >> (64 - part)
    }
    result.append(carry)
    return Natural(limbs: result)
  }

  /// The bits below are dropped.
  func shifted(right count: Int) -> Natural {
    guard count > 0 else { return self }
    let (whole, part) = (count / 64, UInt64(count % 64))
    guard whole < limbs.count else { return Natural() }
    guard part > 0 else { return Natural(limbs: Array(limbs[whole...])) }
    var result: [UInt64] = []
    result.reserveCapacity(limbs.count - whole)
    for index in whole..<limbs.count {
      let above = index + 1 < limbs.count ? limbs[index + 1] << (64 - part) : 0
      result.append(limbs[index] >> part | above)
    }
    return Natural(limbs: result)
  }

  /// Equal to `self * factor + addend`, in place.
  mutating func multiply(by factor: UInt64, adding addend: UInt64) {
    var carry = addend
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high &+ (overflow ? 1 : 0)
    }
    if carry > 0 { limbs.append(carry) }
    trim()
  }

  /// Divides in place and returns the remainder. `divisor` is not zero.
  mutating func divide(by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    trim()
    return remainder
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}

extension Natural {
  static func + (left: Natural, right: Natural) -> Natural {
    let (long, short) = left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var result: [UInt64] = []
    result.reserveCapacity(long.count + 1)
    var carry: UInt64 = 0
    for index in long.indices {
      let (sum, first) = long[index].addingReportingOverflow(index < short.count ? short[index] : 0)
      let (total, second) = sum.addingReportingOverflow(carry)
      result.append(total)
      carry = first || second ? 1 : 0
    }
    if carry > 0 { result.append(1) }
    return Natural(limbs: result)
  }

  /// The difference. `right` is not greater than `left`.
  static func - (left: Natural, right: Natural) -> Natural {
    var result: [UInt64] = []
    result.reserveCapacity(left.limbs.count)
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let (difference, first) = left.limbs[index].subtractingReportingOverflow(
        index < right.limbs.count ? right.limbs[index] : 0)
      let (total, second) = difference.subtractingReportingOverflow(borrow)
      result.append(total)
      borrow = first || second ? 1 : 0
    }
    return Natural(limbs: result)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    guard !left.isZero, !right.isZero else { return Natural() }
    var result = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        let product = a.multipliedFullWidth(by: b)
        let (low, first) = product.low.addingReportingOverflow(carry)
        let (sum, second) = low.addingReportingOverflow(result[i + j])
        result[i + j] = sum
        // The high half of a product of two limbs leaves room for two carries.
        carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
      }
      result[i + right.limbs.count] = carry
    }
    return Natural(limbs: result)
  }

  /// Quotient and remainder (Knuth's algorithm D). A divisor of zero gives zero and the dividend.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    guard !divisor.isZero, self >= divisor else { return (Natural(), self) }
    if divisor.limbs.count == 1 {
      var quotient = self
      let remainder = quotient.divide(by: divisor.limbs[0])
      return (quotient, Natural(remainder))
    }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let v = divisor.shifted(left: shift).limbs
    var u = shifted(left: shift).limbs
    // One more limb than the dividend needs, so that every step sees n + 1 limbs.
    while u.count < limbs.count + 1 { u.append(0) }
    let n = v.count
    let m = u.count - n
    var quotient = [UInt64](repeating: 0, count: m)
    for j in stride(from: m - 1, through: 0, by: -1) {
      quotient[j] = Natural.divisionStep(&u, at: j, by: v)
    }
    return (Natural(limbs: quotient), Natural(limbs: Array(u[..<n])).shifted(right: shift))
  }

  /// One digit of a long division: takes `digit * v` off `u` at place `j` and returns the digit.
  private static func divisionStep(_ u: inout [UInt64], at j: Int, by v: [UInt64]) -> UInt64 {
    let n = v.count
    var digit: UInt64
    var rest: UInt64
    var restOverflows = false
    if u[j + n] >= v[n - 1] {
      digit = .max
      (rest, restOverflows) = u[j + n - 1].addingReportingOverflow(v[n - 1])
      // u[j + n] can only equal the top limb of v here.
    } else {
      (digit, rest) = v[n - 1].dividingFullWidth((u[j + n], u[j + n - 1]))
    }
    while !restOverflows {
      let product = digit.multipliedFullWidth(by: v[n - 2])
      guard product.high > rest || (product.high == rest && product.low > u[j + n - 2]) else { break }
      digit &-= 1
      (rest, restOverflows) = rest.addingReportingOverflow(v[n - 1])
    }
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for i in 0..<n {
      let product = digit.multipliedFullWidth(by: v[i])
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      carry = product.high &+ (overflow ? 1 : 0)
      let (first, firstBorrow) = u[i + j].subtractingReportingOverflow(low)
      let (second, secondBorrow) = first.subtractingReportingOverflow(borrow)
      u[i + j] = second
      borrow = firstBorrow || secondBorrow ? 1 : 0
    }
    let (first, firstBorrow) = u[j + n].subtractingReportingOverflow(carry)
    let (top, secondBorrow) = first.subtractingReportingOverflow(borrow)
    u[j + n] = top
    guard firstBorrow || secondBorrow else { return digit }
    // The digit was one too large: add the divisor back.
    var back: UInt64 = 0
    for i in 0..<n {
      let (sum, first) = u[i + j].addingReportingOverflow(v[i])
      let (total, second) = sum.addingReportingOverflow(back)
      u[i + j] = total
      back = first || second ? 1 : 0
    }
    u[j + n] = u[j + n] &+ back
    return digit &- 1
  }
}

extension Natural {
  /// Bits taken off at the low end by a rounding to `width` bits, ties to even; the value is `result << taken`.
  ///
  /// `hasRest` says that the exact value is a little more than this one.
  func rounded(toBits width: Int, hasRest: Bool = false) -> (result: Natural, taken: Int) {
    let excess = bitWidth - width
    guard excess > 0 else { return (self, 0) }
    let kept = shifted(right: excess)
    guard bit(excess - 1) else { return (kept, excess) }
    let isTie = !hasRest && trailingZeroBitCount == excess - 1
    return isTie && !kept.isOdd ? (kept, excess) : (kept + Natural(1), excess)
  }

  /// The decimal digits, most significant first, as values 0 to 9; empty for zero.
  var decimalDigits: [UInt8] {
    var rest = self
    var digits: [UInt8] = []
    while !rest.isZero {
      var group = rest.divide(by: 1_000_000_000_000_000_000)
      // All groups but the topmost have their leading zeros.
      for _ in 0..<18 {
        if rest.isZero, group == 0 { break }
        digits.append(UInt8(truncatingIfNeeded: group % 10))
        group /= 10
      }
    }
    digits.reverse()
    return digits
  }

  /// 5 to the power of `exponent`, exactly. For small exponents: the size grows with it.
  static func powerOfFive(_ exponent: Int) -> Natural {
    var result = Natural(1)
    var base = Natural(5)
    var rest = max(0, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }
}
