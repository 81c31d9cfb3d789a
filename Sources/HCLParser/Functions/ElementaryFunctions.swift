/// Logarithm and exponential as Go computes them on a 64-bit PC, to the last bit, whatever the C library here does.
///
/// The logarithm is the method of FreeBSD's `e_log.c`. The exponential follows N. Shibata, "Efficient evaluation methods
/// of elementary functions suitable for SIMD computation" (2010), with a fused step at its end.
enum ElementaryFunctions {
  /// The natural logarithm.
  static func logarithm(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x < 0 { return .nan }
    if x == 0 { return -.infinity }
    // x is 2^k * (1 + f), with 1 + f between the roots of 1/2 and 2.
    var fraction = x.significand / 2
    var k = Double(x.exponent) + 1
    if fraction < 0.5.squareRoot() {
      fraction *= 2
      k -= 1
    }
    let f = fraction - 1
    let s = f / (2 + f)
    let s2 = s * s
    let s4 = s2 * s2
    let odd =
      s2
      * (6.666666666666735130e-01
        + s4 * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)))
    let even = s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01))
    let half = 0.5 * f * f
    return k * 6.93147180369123816490e-01
      - ((half - (s * (half + (odd + even)) + k * 1.90821492927058770002e-10)) - f)
  }

  /// The exponential of a number of moderate size: its result must be a normal number.
  static func exponential(_ x: Double) -> Double {
    // Two parts of the logarithm of 2: the upper one times a small whole number is exact.
    let upper = 0.69314718055966295651160180568695068359375
    let lower = 0.28235290563031577122588448175013436025525412068e-12
    let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    var rest = x.addingProduct(-upper, k).addingProduct(-lower, k) * 0.0625
    var series = 2.4801587301587301587e-5
    for coefficient in [
      1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3, 4.1666666666666666667e-2,
      1.6666666666666666667e-1, 0.5, 1.0,
    ] { series = coefficient.addingProduct(series, rest) }
    // What is less by one than the exponential of a sixteenth, squared four times.
    rest *= series
    for _ in 0..<3 { rest *= rest + 2 }
    return Double(sign: .plus, exponent: Int(k), significand: 1.0.addingProduct(rest, rest + 2))
  }
}
