import Testing

@Suite("Functions of numbers")
struct NumericFunctionsTests {
  @Test(
    "give the reference's results",
    arguments: [
      Row("abs(-3.5)", "3.5"), Row("abs(0)", "0"), Row("abs(\"-7\")", "7"), Row("ceil(1.2)", "2"),
      Row("ceil(-1.2)", "-1"),
      Row("ceil(3)", "3"), Row("floor(-1.2)", "-2"), Row("floor(1.999)", "1"), Row("floor(-0.5)", "-1"),
      Row("log(100, 10)", "2"), Row("log(8, 2)", "3"), Row("log(1, 7)", "0"), Row("max(3, 9, -2)", "9"),
      Row("min(3, 9, -2)", "-2"), Row("max([1, 5, 3]...)", "5"), Row("max(0.1, \"0.2\")", "0.2"),
      Row("parseint(\"ff\", 16)", "255"), Row("parseint(\"-101\", 2)", "-5"), Row("parseint(\"+7\", 8)", "7"),
      Row("parseint(\"FF\", 16)", "255"), Row("parseint(\"Z\", 62)", "61"), Row("parseint(\"z\", 62)", "35"),
      Row("parseint(\"123456789012345678901234567890\", 10)", "123456789012345678901234567890"),
      Row("pow(2, 10)", "1024"), Row("pow(3, 0)", "1"), Row("pow(4, 0.5)", "2"), Row("pow(2, -2)", "0.25"),
      Row("pow(-2, 3)", "-8"), Row("pow(0, 5)", "0"), Row("pow(10, 15)", "1000000000000000"), Row("signum(-8)", "-1"),
      Row("signum(0)", "0"), Row("signum(12)", "1"),
      .fails("signum(0.5)", "\"signum\" failed: value must be a whole number"),
      .fails("max()", "must pass at least one number"), .fails("min()", "must pass at least one number"),
      .fails("log(-1, 10)", "not a number"), .fails("pow(-8, 0.5)", "not a number"),
      .fails("parseint(\"xyz\", 10)", "cannot parse \"xyz\" as a base 10 integer"),
      .fails("parseint(\"\", 10)", "cannot parse"), .fails("parseint(\"1_0\", 10)", "cannot parse"),
      .fails("parseint(\"12\", 1)", "base must be a whole number between 2 and 62"),
      .fails("parseint(\"12\", 63)", "base must be"), .fails("parseint(12, 10)", "first argument must be a string"),
      .fails("abs(\"x\")", "number"), .fails("abs(null)", "must not be null"),
    ])
  func results(row: Row) { #expect(row.mismatch == nil) }
}
