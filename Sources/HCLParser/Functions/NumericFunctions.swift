#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Functions of numbers.
enum NumericFunctions {
  static let all: [Function] = [
    Function("abs", [.number("num")], returns: .number, "The distance of a number from zero.") { arguments in
      .number(arguments.number(0).magnitude)
    },
    Function("ceil", [.number("num")], returns: .number, "The least whole number not below a number.") { arguments in
      .number(arguments.number(0).ceil)
    },
    Function("floor", [.number("num")], returns: .number, "The greatest whole number not above a number.") {
      arguments in
      .number(arguments.number(0).floor)
    },
    Function(
      "log", [.number("num"), .number("base")], returns: .number, "The logarithm of a number to a base.", logarithm),
    Function("max", [], variadic: .number("numbers"), returns: .number, "The greatest of some numbers.") {
      (arguments) throws(FunctionFailure) in
      try extreme(of: arguments) { $0 > $1 }
    },
    Function("min", [], variadic: .number("numbers"), returns: .number, "The least of some numbers.") {
      (arguments) throws(FunctionFailure) in
      try extreme(of: arguments) { $0 < $1 }
    },
    Function(
      "parseint", [.any("number"), .number("base")], returns: .number,
      "The whole number that a text spells in a base from 2 to 62.", parseInteger),
    Function("pow", [.number("num"), .number("power")], returns: .number, "A number raised to a power.", power),
    Function(
      "signum", [.number("num")], returns: .number, "-1, 0 or 1: the sign of a whole number."
    ) { (arguments) throws(FunctionFailure) in
      .number(Number(try arguments.whole(0).signum()))
    },
  ]

  private static func extreme(
    of arguments: Arguments, isBetter: (Number, Number) -> Bool
  ) throws(FunctionFailure) -> Value {
    guard arguments.count > 0 else { throw FunctionFailure("must pass at least one number") }
    var best = arguments.number(0)
    for index in 1..<max(1, arguments.count) where isBetter(arguments.number(index), best) {
      best = arguments.number(index)
    }
    return .number(best)
  }

  private static func logarithm(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let result =
      ElementaryFunctions.logarithm(arguments.number(0).doubleValue)
      / ElementaryFunctions.logarithm(arguments.number(1).doubleValue)
    guard !result.isNaN else { throw FunctionFailure("the logarithm of these numbers is not a number") }
    return .number(Number(result))
  }

  private static func power(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let result = raise(arguments.number(0).doubleValue, to: arguments.number(1).doubleValue)
    guard !result.isNaN else { throw FunctionFailure("this power is not a number") }
    return .number(Number(result))
  }

  /// `x` to the power of `y` as Go computes it: by repeated squaring of the fraction, so that whole powers come out
  /// alike to the last bit.
  static func raise(_ x: Double, to y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if y == 1 { return x }
    if !x.isFinite || !y.isFinite || x == 0 { return pow(x, y) }
    if y == 0.5 { return x.squareRoot() }
    if y == -0.5 { return 1 / x.squareRoot() }
    var whole = abs(y).rounded(.down)
    var part = abs(y) - whole
    if part != 0 && x < 0 { return .nan }
    if whole >= 9.223372036854775807e18 {
      if x == -1 { return 1 }
      return (abs(x) < 1) == (y > 0) ? 0 : .infinity
    }
    var result = 1.0
    if part != 0 {
      if part > 0.5 {
        part -= 1
        whole += 1
      }
      result = ElementaryFunctions.exponential(part * ElementaryFunctions.logarithm(x))
    }
    var resultExponent = 0
    // Go's fractions lie in 0.5 ..< 1, Swift's significands in 1 ..< 2.
    var fraction = x.sign == .minus ? -x.significand / 2 : x.significand / 2
    var exponent = Int(x.exponent) + 1
    var count = Int64(whole)
    while count != 0 {
      if exponent < -4096 || exponent > 4096 {
        resultExponent += exponent
        break
      }
      if count & 1 == 1 {
        result *= fraction
        resultExponent += exponent
      }
      fraction *= fraction
      exponent <<= 1
      if fraction < 0.5 {
        fraction += fraction
        exponent -= 1
      }
      count >>= 1
    }
    if y < 0 {
      result = 1 / result
      resultExponent = -resultExponent
    }
    return scalbn(result, Int32(clamping: resultExponent))
  }

  private static func parseInteger(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard case .string(let text) = arguments.values[0] else {
      throw FunctionFailure("first argument must be a string", argument: 0)
    }
    let base = try arguments.whole(1)
    guard (2...62).contains(base) else {
      throw FunctionFailure("base must be a whole number between 2 and 62 inclusive", argument: 1)
    }
    guard text.utf8.count <= 10_000 else { throw FunctionFailure("the text has more than 10000 digits", argument: 0) }
    guard let number = Number(whole: text, base: base) else {
      throw FunctionFailure("cannot parse \"\(text)\" as a base \(base) integer", argument: 0)
    }
    return .number(number)
  }
}
