/// Ten to the power of a number, the same to the last bit on every machine.
///
/// The libraries of different systems differ in the last digits, and so would ties between nodes. This one needs none
/// of them, is right to about one unit in the last place, and is fast enough for every node of a large cluster: the
/// exponent becomes a whole power of two, one of 64 stored steps between two of them, and a short series for the rest.
struct PowerOfTen: Sendable {
  /// Two to the power of 0/64 … 63/64.
  private let steps: [Double] = [
    0x1.0000000000000p+0, 0x1.02c9a3e778061p+0, 0x1.059b0d3158574p+0,
    0x1.0874518759bc8p+0, 0x1.0b5586cf9890fp+0, 0x1.0e3ec32d3d1a2p+0,
    0x1.11301d0125b51p+0, 0x1.1429aaea92de0p+0, 0x1.172b83c7d517bp+0,
    0x1.1a35beb6fcb75p+0, 0x1.1d4873168b9aap+0, 0x1.2063b88628cd6p+0,
    0x1.2387a6e756238p+0, 0x1.26b4565e27cddp+0, 0x1.29e9df51fdee1p+0,
    0x1.2d285a6e4030bp+0, 0x1.306fe0a31b715p+0, 0x1.33c08b26416ffp+0,
    0x1.371a7373aa9cbp+0, 0x1.3a7db34e59ff7p+0, 0x1.3dea64c123422p+0,
    0x1.4160a21f72e2ap+0, 0x1.44e086061892dp+0, 0x1.486a2b5c13cd0p+0,
    0x1.4bfdad5362a27p+0, 0x1.4f9b2769d2ca7p+0, 0x1.5342b569d4f82p+0,
    0x1.56f4736b527dap+0, 0x1.5ab07dd485429p+0, 0x1.5e76f15ad2148p+0,
    0x1.6247eb03a5585p+0, 0x1.6623882552225p+0, 0x1.6a09e667f3bcdp+0,
    0x1.6dfb23c651a2fp+0, 0x1.71f75e8ec5f74p+0, 0x1.75feb564267c9p+0,
    0x1.7a11473eb0187p+0, 0x1.7e2f336cf4e62p+0, 0x1.82589994cce13p+0,
    0x1.868d99b4492edp+0, 0x1.8ace5422aa0dbp+0, 0x1.8f1ae99157736p+0,
    0x1.93737b0cdc5e5p+0, 0x1.97d829fde4e50p+0, 0x1.9c49182a3f090p+0,
    0x1.a0c667b5de565p+0, 0x1.a5503b23e255dp+0, 0x1.a9e6b5579fdbfp+0,
    0x1.ae89f995ad3adp+0, 0x1.b33a2b84f15fbp+0, 0x1.b7f76f2fb5e47p+0,
    0x1.bcc1e904bc1d2p+0, 0x1.c199bdd85529cp+0, 0x1.c67f12e57d14bp+0,
    0x1.cb720dcef9069p+0, 0x1.d072d4a07897cp+0, 0x1.d5818dcfba487p+0,
    0x1.da9e603db3285p+0, 0x1.dfc97337b9b5fp+0, 0x1.e502ee78b3ff6p+0,
    0x1.ea4afa2a490dap+0, 0x1.efa1bee615a27p+0, 0x1.f50765b6e4540p+0,
    0x1.fa7c1819e90d8p+0,
  ]

  init() {}

  /// 64 steps to an octave: 64 / log10(2).
  private static let stepsPerUnit = 0x1.a934f0979a371p+7
  /// log10(2) / 64 in two parts, the first short enough that its product with a step number is exact.
  private static let unitsPerStep = 0x1.3441350800000p-8
  private static let unitsPerStepRest = 0x1.f79fef311f12bp-40
  private static let naturalLogarithmOfTen = 0x1.26bb1bbb55516p+1

  /// Adding and taking away one and a half times two to the power of 52 rounds to a whole number, which then stands in
  /// the last bits of the sum: far cheaper than a call of the library.
  private static let rounder = 0x1.8p52

  func callAsFunction(_ exponent: Double) -> Double {
    // Shares of capacity lie near 1; whatever a broken snapshot yields beyond is cut off without a trap.
    guard exponent > -300 else { return exponent.isNaN ? exponent : 0 }
    guard exponent < 300 else { return .infinity }
    let shifted = exponent * PowerOfTen.stepsPerUnit + PowerOfTen.rounder
    let step = shifted - PowerOfTen.rounder
    let number = Int(bitPattern: UInt(shifted.bitPattern)) &- Int(bitPattern: UInt(PowerOfTen.rounder.bitPattern))
    let rest =
      ((exponent - step * PowerOfTen.unitsPerStep) - step * PowerOfTen.unitsPerStepRest)
      * PowerOfTen.naturalLogarithmOfTen
    let series = rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24 + rest * (1.0 / 120)))))
    let base = steps[number & 63]
    // A whole power of two, made from its bits: between the cuts above it is never too large or too small for that.
    let scale = Double(bitPattern: UInt64(truncatingIfNeeded: (number >> 6) &+ 1023) << 52)
    return (base + base * series) * scale
  }
}
