import Testing

@testable import HCLParser

@Suite struct DurationTests {
  @Test(
    arguments: [
      ("30s", 30_000_000_000), ("1h30m", 5_400_000_000_000), ("1.5s", 1_500_000_000), ("500ms", 500_000_000),
      ("10us", 10_000), ("10µs", 10_000), ("10μs", 10_000), ("7ns", 7), ("0", 0), ("-0", 0), ("+5s", 5_000_000_000),
      ("-2m", -120_000_000_000), (".5s", 500_000_000), ("1.s", 1_000_000_000), ("2562047h47m16.854775807s", Int64.max),
      ("-2562047h47m16.854775808s", Int64.min), ("1m1m", 120_000_000_000), ("0.1s", 100_000_000),
    ] as [(String, Int64)])
  func `a duration is read as Go reads it`(text: String, nanoseconds: Int64) {
    #expect(HCLParser.Duration.parse(text) == .success(HCLParser.Duration(nanoseconds: nanoseconds)))
  }

  @Test(
    arguments: [
      ("", DurationFailure.empty), ("5", .missingUnit(number: "5")), ("1h5", .missingUnit(number: "5")),
      ("1d", .unknownUnit("d")), ("1 s", .unknownUnit(" s")), ("s", .notANumber), ("-", .notANumber),
      (".s", .notANumber),
      ("1.2.3s", .notANumber), ("soon", .notANumber), ("9223372036854775808ns", .outOfRange),
      ("99999999999999999999h", .outOfRange),
      ("2562047h47m16.854775808s", .outOfRange), ("1S", .unknownUnit("S")),
    ] as [(String, DurationFailure)])
  func `what is no duration says why`(text: String, failure: DurationFailure) {
    #expect(HCLParser.Duration.parse(text) == .failure(failure))
  }

  @Test(
    arguments: [
      (0, "0s"), (1, "1ns"), (1_500, "1.5µs"), (2_000_000, "2ms"), (1_500_000_000, "1.5s"), (90_000_000_000, "1m30s"),
      (5_400_000_000_000, "1h30m0s"), (-1_000_000_000, "-1s"), (Int64.min, "-2562047h47m16.854775808s"),
      (3_600_000_000_001, "1h0m0.000000001s"),
    ] as [(Int64, String)])
  func `a duration prints as Go prints it`(nanoseconds: Int64, text: String) {
    #expect(HCLParser.Duration(nanoseconds: nanoseconds).description == text)
  }

  @Test func `arithmetic stops at the ends of the range`() {
    let longest = HCLParser.Duration(nanoseconds: .max)
    #expect(longest + .second == longest)
    #expect(HCLParser.Duration(nanoseconds: .min) - .second == HCLParser.Duration(nanoseconds: .min))
    #expect(HCLParser.Duration.hour * .max == longest)
    #expect(HCLParser.Duration.hour * .min == HCLParser.Duration(nanoseconds: .min))
  }
}
