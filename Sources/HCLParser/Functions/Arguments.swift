/// The arguments of one call, as the evaluator hands them over: counted, converted, known, and null only where allowed.
struct Arguments: Sendable {
  var values: [Value]
  var environment: FunctionEnvironment

  var count: Int { values.count }

  /// Whether an argument as a whole is unknown: then so is the result of a function that hands parts on.
  var hasUnknown: Bool { values.contains { $0.isUnknown } }

  /// The text of a string argument.
  func text(_ index: Int) -> String {
    guard index < values.count, case .string(let text) = values[index] else { return "" }
    return text
  }

  func number(_ index: Int) -> Number {
    guard index < values.count, case .number(let number) = values[index] else { return Number(0) }
    return number
  }

  /// A number argument as a whole number of the machine's width.
  func whole(_ index: Int) throws(FunctionFailure) -> Int {
    guard let value = number(index).exactInt else {
      throw FunctionFailure(
        "value must be a whole number, between -9223372036854775808 and 9223372036854775807", argument: index)
    }
    return value
  }

  /// The elements of a list, set or tuple argument.
  func elements(_ index: Int) -> [Value] { index < values.count ? values[index].elements ?? [] : [] }

  /// The texts of a list of strings. A null element is refused with the reason given.
  func texts(_ index: Int, null reason: (Int) -> String) throws(FunctionFailure) -> [String] {
    var texts: [String] = []
    let elements = elements(index)
    texts.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      guard case .string(let text) = element else { throw FunctionFailure(reason(position), argument: index) }
      texts.append(text)
    }
    return texts
  }
}

extension UInt8 {
  /// The value of a hexadecimal figure.
  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }
}

extension Function.Parameter {
  static func string(_ name: String) -> Function.Parameter { Function.Parameter(name, .string) }
  static func number(_ name: String) -> Function.Parameter { Function.Parameter(name, .number) }
  static func any(_ name: String) -> Function.Parameter { Function.Parameter(name, .any) }
  /// A part of a container that the function only hands on: it may hold unknown values.
  static func opaque(_ name: String, _ type: ValueType = .any, allowsNull: Bool = false) -> Function.Parameter {
    Function.Parameter(name, type, allowsNull: allowsNull, allowsUnknown: true)
  }
  static func strings(_ name: String) -> Function.Parameter { Function.Parameter(name, .list(.string)) }
}

extension Function {
  typealias Work = @Sendable (Arguments) throws(FunctionFailure) -> Value

  /// A function whose body sees the arguments only.
  init(
    _ name: String, _ parameters: [Parameter], variadic: Parameter? = nil, returns resultType: ValueType,
    _ summary: String, _ work: @escaping Work
  ) {
    self.init(
      name, parameters, variadic: variadic, returns: resultType, summary: summary,
      body: .strict { (values, environment) throws(FunctionFailure) in
        let result = try work(Arguments(values: values, environment: environment))
        // Pieces put together may no longer be in normal form.
        if case .string(let text) = result { return .normalised(text) }
        return result
      })
  }
}

/// The bounds that keep a result from filling memory. The reference has few of its own; these lie far above any job.
enum FunctionBounds {
  /// Bytes of a text result.
  static let text = 64 << 20
  /// Elements of a list result.
  static let elements = 1 << 20
  /// Levels of lists and objects in decoded text.
  static let nesting = 200

  /// Refuses a text of that many bytes if it is too long.
  static func checkText(_ bytes: Int, argument: Int? = nil) throws(FunctionFailure) {
    if bytes > text { throw FunctionFailure("the result is longer than \(text >> 20) MiB", argument: argument) }
  }

  /// Refuses a list of that many elements if it is too long.
  static func checkElements(_ count: Int) throws(FunctionFailure) {
    if count > elements { throw FunctionFailure("the result has more than \(elements) elements") }
  }
}
