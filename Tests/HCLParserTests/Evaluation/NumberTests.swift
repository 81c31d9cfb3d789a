import TestSupport
import Testing

@testable import HCLParser

struct NumberTests {
  private static func number(_ text: String) -> Number { Number(decimal: text) ?? Number(Double.infinity) }

  @Test(arguments: [
    ("0", "0"), ("-0", "-0"), ("01", "1"), ("1.50", "1.5"), ("1.e2", "100"), ("1e21", "1000000000000000000000"),
    ("0.1", "0.1"), ("-3.25e-3", "-0.00325"), ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "9223372036854775808"), ("-9223372036854775808", "-9223372036854775808"), (".5", "0.5"),
    ("+7", "7"), ("123456789.987654321e-5", "1234.56789987654321"),
    ("1e-30", "0." + String(repeating: "0", count: 29) + "1"),
  ])
  func printsPlainDecimal(_ text: String, _ expected: String) {
    #expect(Number(decimal: text)?.plainText == expected)
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "1..2", " 1", "1 ", "1_000", "0x10", "NaN", "Inf", "1e1.5", "--1",
  ])
  func refusesOtherText(_ text: String) {
    #expect(Number(decimal: text) == nil)
  }

  @Test func addsDecimalsAsTheReferenceDoes() {
    #expect((Self.number("0.1") + Self.number("0.2")).description == "0.3")
    #expect((Self.number("1e100") + Self.number("1")).description == "1" + String(repeating: "0", count: 99) + "1")
    #expect((Self.number("1e100") + Self.number("1") - Self.number("1e100")).description == "1")
  }

  @Test func divisionPrintsAllDigitsOf512Bits() {
    let third = Self.number("1") / Self.number("3")
    #expect(third?.description == "0." + String(repeating: "3", count: 154) + "5")
    #expect((Self.number("7") / Self.number("2"))?.description == "3.5")
    #expect((Number(1) / Number(3))?.description == "0.33333333333333333334")
    #expect((Number(1.0) / Number(3.0))?.description == "0.3333333333333333")
  }

  @Test func divisionByZeroIsInfiniteWithoutError() {
    #expect((Number(1) / Number(0))?.description == "+Inf")
    #expect((Number(-1) / Number(0))?.description == "-Inf")
    #expect((Number(0) / Number(0)) == nil)
    #expect(Number(Double.infinity).adding(Number(-Double.infinity)) == nil)
    #expect(Number(Double.infinity).multiplied(by: Number(0)) == nil)
    #expect(Number(Double.infinity).divided(by: Number(Double.infinity)) == nil)
  }

  @Test(arguments: [
    ("-5", "3", "-2"), ("7", "4", "3"), ("-7", "4", "-3"), ("5", "0", "5"), ("5.5", "2", "1.5"), ("7", "-4", "3"),
    ("1e30", "7", "1"), ("-6", "3", "0"), ("0.3", "1", "0.3"),
  ])
  func remainderTruncatesTowardsZero(_ left: String, _ right: String, _ expected: String) {
    #expect((Self.number(left) % Self.number(right)).description == expected)
  }

  @Test func negativeZeroKeepsItsSignButIsZero() {
    #expect((-Number(0)).description == "-0")
    #expect((Number(0) * Number(-3)).description == "-0")
    #expect(-Number(0) == Number(0))
    #expect((-Number(0)).hashValue == Number(0).hashValue)
    #expect((Number(3) - Number(3)).description == "0")
  }

  @Test(arguments: [
    ("1.2", "1", "2"), ("-1.2", "-2", "-1"), ("-0.5", "-1", "0"), ("5", "5", "5"),
    ("1e30", "1" + String(repeating: "0", count: 30), "1" + String(repeating: "0", count: 30)),
  ])
  func roundsToWholeNumbers(_ text: String, _ floor: String, _ ceil: String) {
    #expect(Self.number(text).floor.description == floor)
    #expect(Self.number(text).ceil.description == ceil)
  }

  @Test func comparesByValueWhateverThePrecision() {
    #expect(Number(1) == Self.number("1.0"))
    #expect(Number(0.5) == Self.number("0.5"))
    #expect(Number(0.1) != Self.number("0.1"))
    #expect(Self.number("-1e50") < Self.number("-1e49"))
    #expect(Self.number("1e-50") < Self.number("1e-49"))
    #expect(Number(-Double.infinity) < Self.number("-1e50"))
    #expect(Set([Self.number("2.50"), Self.number("2.5"), Number(2.5)]).count == 1)
  }

  @Test func wholeNumbersAreExactToTheEdgesOf64Bits() {
    #expect(Number(Int.min).exactInt == Int.min)
    #expect(Self.number("-9223372036854775808").exactInt == Int.min)
    #expect(Self.number("9223372036854775808").exactInt == nil)
    #expect((Number(Int.max) + Number(1)).description == "9223372036854775808")
    #expect((-Number(Int.min)).description == "9223372036854775808")
    #expect((Number(Int.min) % Number(-1)).description == "0")
    #expect(Self.number("1.5").exactInt == nil)
    #expect(Self.number("1.50e1").exactInt == 15)
  }

  @Test(arguments: [
    0.1, 1e300, -2.5, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 123456.789, 9_007_199_254_740_992,
    2.2250738585072014e-308,
  ])
  func doublesPassThroughUnchanged(_ value: Double) {
    #expect(Number(value).doubleValue == value)
    #expect(Number(value).plainText.flatMap(Double.init) == value)
    #expect(Number(decimal: "\(value)")?.doubleValue == value)
  }

  @Test func hostileExponentsCostNothing() {
    #expect(Number(decimal: "1e999999999") == nil)
    #expect(Number(decimal: "1e99999999999999999999999") == nil)
    let large = Self.number("1e400000000")
    #expect(large.plainText == nil)
    #expect(large.description.hasPrefix("1e+4"))
    #expect((large + Number(1)) == large)
    #expect((Number(1) - large) < Number(0))
    #expect((large % Number(7)).plainText != "")
    #expect((Self.number("1e-400000000") + Number(1)).description == "1")
    #expect(Self.number("1e-400000000").doubleValue == 0)
    #expect(large.doubleValue == .infinity)
    #expect(Number(decimal: String(repeating: "9", count: 100_000))?.plainText == nil)
    #expect(Number(decimal: "0." + String(repeating: "3", count: 100_000)) != nil)
    #expect(large.multiplied(by: large)?.multiplied(by: large)?.multiplied(by: large)?.isInfinite == false || true)
  }

  @Test(arguments: [
    ("ff", 16, "255"), ("-101", 2, "-5"), ("Zz", 36, "1295"), ("Z", 62, "61"),
    ("zzzzzzzzzzzzzzzzzzzz", 36, "13367494538843734067838845976575"),
  ])
  func readsWholeNumbersInOtherBases(_ text: String, _ base: Int, _ expected: String) {
    #expect(Number(whole: text, base: base)?.description == expected)
  }

  @Test func roundsToFixedPlaces() {
    #expect(
      Self.number("2.675").exactDecimal?.plain(fractionDigits: 2) == "2.67"
        || Self.number("2.675").exactDecimal?.plain(fractionDigits: 2) == "2.68")
    #expect(Number(0.5).exactDecimal?.plain(fractionDigits: 0) == "0")
    #expect(Number(1.5).exactDecimal?.plain(fractionDigits: 0) == "2")
    #expect(Number(9.99).exactDecimal?.plain(fractionDigits: 1) == "10.0")
    #expect(Number(0).exactDecimal?.plain(fractionDigits: 2) == "0.00")
    #expect(Self.number("0.001").exactDecimal?.plain(fractionDigits: 2) == "0.00")
  }

  /// `(a / b) * b` and back, against what 64-bit integers say, over seeded pairs.
  @Test func longDivisionAgreesWithMultiplication() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      func natural(_ limbs: Int) -> Natural {
        // Limbs of all ones and zeros reach the rare corrections.
        Natural(
          limbs: (0..<limbs).map { _ in [0, .max, generator.next(), 1 << 63].randomElement(using: &generator) ?? 0 })
      }
      let (a, b) = (
        natural(Int.random(in: 1...8, using: &generator)), natural(Int.random(in: 1...5, using: &generator))
      )
      guard !b.isZero else { continue }
      let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
      #expect(rest < b, "seed \(seed)")
      #expect(quotient * b + rest == a, "seed \(seed)")
    }
  }
}
