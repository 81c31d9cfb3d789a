/// `format` and `formatlist`: Go's verbs on the language's values.
enum FormatFunction {
  static let all: [Function] = [
    Function(
      "format", [.string("format")],
      variadic: Function.Parameter("args", .any, allowsNull: true), returns: .string,
      "A text with each verb (%s, %d, %q, ...) replaced by an argument."
    ) { (arguments) throws(FunctionFailure) in
      try refuseBareNull(arguments)
      return .string(try text(format: arguments.text(0), Array(arguments.values.dropFirst())))
    },
    Function(
      "formatlist", [.string("format")],
      variadic: Function.Parameter("args", .any, allowsNull: true), returns: .list(.string),
      "The texts that a format gives for the elements of lists of equal length.", formatList),
  ]

  /// One `%…` of a format text.
  struct Verb {
    /// The verb as written, for messages: `%-5.2f`.
    var text: String
    var offset: Int
    var letter: Unicode.Scalar
    var hasSharp = false
    var hasZero = false
    var hasMinus = false
    var hasPlus = false
    var hasSpace = false
    var width: Int?
    var precision: Int?
    /// The argument asked for by `[n]`, counted from 1.
    var argument: Int?
  }

  private enum Part {
    case literal([UInt8])
    case verb(Verb)
  }

  /// Widths and precisions beyond this serve nobody, and a small text must not make a huge one.
  private static let widthBound = 100_000

  private static func text(format: String, _ arguments: [Value]) throws(FunctionFailure) -> String {
    var result: [UInt8] = []
    var next = 0
    var highest = 0
    for part in try parts(of: format) {
      switch part {
      case .literal(let bytes): result.append(contentsOf: bytes)
      case .verb(let verb):
        next = verb.argument.map { $0 - 1 } ?? next
        guard next < arguments.count else {
          throw FunctionFailure(
            "not enough arguments for \"\(verb.text)\" at \(verb.offset): need index \(next + 1) but have "
              + "\(arguments.count) total", argument: 0)
        }
        result.append(contentsOf: try formatted(arguments[next], by: verb, argument: next + 1).utf8)
        next += 1
        highest = max(highest, next)
      }
      try FunctionBounds.checkText(result.count)
    }
    if highest < arguments.count {
      throw FunctionFailure(
        highest == 0
          ? "too many arguments; no verbs in format string"
          : "too many arguments; only \(highest) used by format string", argument: highest + 1)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func parts(of format: String) throws(FunctionFailure) -> [Part] {
    let scalars = Array(format.unicodeScalars)
    var parts: [Part] = []
    var literal: [UInt8] = []
    var position = 0
    var offset = 0
    while position < scalars.count {
      let scalar = scalars[position]
      guard scalar == "%" else {
        literal.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        offset += UTF8.width(scalar)
        position += 1
        continue
      }
      if position + 1 < scalars.count, scalars[position + 1] == "%" {
        literal.append(UInt8(ascii: "%"))
        position += 2
        offset += 2
        continue
      }
      let start = position
      let verb = try verb(in: scalars, at: &position, offset: offset)
      // All of a verb is ASCII, so that code points count bytes.
      offset += position - start
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = []
      parts.append(.verb(verb))
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }

  private static func verb(
    in scalars: [Unicode.Scalar], at position: inout Int, offset: Int
  ) throws(FunctionFailure) -> Verb {
    let start = position
    var verb = Verb(text: "", offset: offset, letter: "v")
    func current() -> Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
    func unexpected() -> FunctionFailure {
      guard let scalar = current() else { return FunctionFailure("unexpected end of format string", argument: 0) }
      return FunctionFailure(
        "unrecognized format character '\(scalar)' at offset \(offset + position - start)", argument: 0)
    }
    func digits() throws(FunctionFailure) -> Int? {
      var value: Int?
      while let scalar = current(), ("0"..."9").contains(scalar) {
        value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
        if let value, value > widthBound {
          throw FunctionFailure("a width, precision or argument number above \(widthBound) is refused", argument: 0)
        }
        position += 1
      }
      return value
    }
    position += 1
    flags: while let scalar = current() {
      switch scalar {
      case "0": verb.hasZero = true
      case "#": verb.hasSharp = true
      case "-": verb.hasMinus = true
      case "+": verb.hasPlus = true
      case " ": verb.hasSpace = true
      default: break flags
      }
      position += 1
    }
    verb.width = try digits()
    if current() == "." {
      position += 1
      verb.precision = try digits() ?? 0
    }
    if current() == "[" {
      position += 1
      if current() == "0" { throw unexpected() }
      guard let argument = try digits(), current() == "]" else { throw unexpected() }
      verb.argument = argument
      position += 1
    }
    guard let letter = current(), letter.isASCII, letter.properties.isAlphabetic else { throw unexpected() }
    position += 1
    verb.letter = letter
    verb.text = String(String.UnicodeScalarView(scalars[start..<position]))
    guard "vtbdoxXeEfgGsq".unicodeScalars.contains(letter) else {
      throw FunctionFailure("unsupported format verb '\(letter)' in \"\(verb.text)\" at offset \(offset)", argument: 0)
    }
    return verb
  }

  private static func formatted(
    _ value: Value, by verb: Verb, argument: Int
  ) throws(FunctionFailure) -> String {
    func unsupported(_ reason: String) -> FunctionFailure {
      FunctionFailure("unsupported value for \"\(verb.text)\" at \(verb.offset): \(reason)", argument: argument)
    }
    if case .null = value, verb.letter != "v" { throw unsupported("null value cannot be formatted") }
    switch verb.letter {
    case "v":
      if !verb.hasSharp {
        if case .string(let text) = value { return padded(text, verb) }
        if case .number(let number) = value { return padded(NumberFormat(number).shortestText, verb) }
      }
      return padded(try JSONFunctions.text(of: value), verb)
    case "t":
      guard case .success(.bool(let truth)) = value.converted(to: .bool) else { throw unsupported("bool required") }
      return truth ? "true" : "false"
    case "s", "q":
      guard var text = value.text else { throw unsupported("string required") }
      // The reference overlooks a precision of none.
      if let precision = verb.precision, precision > 0 { text = text.firstClusters(precision) }
      return padded(verb.letter == "q" ? JSONFunctions.quoted(text) : text, verb)
    default:
      guard case .success(.number(let number)) = value.converted(to: .number) else {
        throw unsupported("number required")
      }
      switch NumberFormat(number).text(by: verb) {
      case .success(let text): return text
      case .failure(let failure): throw unsupported(failure.message)
      }
    }
  }

  /// A text brought to the verb's width, counted in grapheme clusters.
  private static func padded(_ text: String, _ verb: Verb) -> String {
    guard let width = verb.width else { return text }
    let missing = width - text.clusterCount
    guard missing > 0 else { return text }
    let padding = String(repeating: verb.hasZero ? "0" : " ", count: missing)
    return verb.hasMinus ? text + padding : padding + text
  }

  /// The text for a null that has no type is never known, whatever its verb.
  private static func refuseBareNull(_ arguments: Arguments) throws(FunctionFailure) {
    for (index, value) in arguments.values.enumerated() {
      if case .null(.any) = value {
        throw FunctionFailure("null value cannot be formatted, since nothing says of which type it is", argument: index)
      }
    }
  }

  private static func formatList(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    try refuseBareNull(arguments)
    let format = arguments.text(0)
    let rest = Array(arguments.values.dropFirst())
    var length: (count: Int, argument: Int)?
    for (index, value) in rest.enumerated() {
      guard let elements = value.elements else { continue }
      if let length, elements.count != length.count {
        throw FunctionFailure(
          "argument \(index + 1) has length \(elements.count), which is inconsistent with argument \(length.argument) "
            + "of length \(length.count)", argument: index + 1)
      }
      if length == nil { length = (elements.count, index + 1) }
    }
    var texts: [Value] = []
    var size = 0
    for round in 0..<(length?.count ?? 1) {
      let row = rest.map { $0.elements?[round] ?? $0 }
      do {
        let text = try text(format: format, row)
        size += text.utf8.count
        texts.append(.normalised(text))
      } catch {
        throw FunctionFailure("error on format iteration \(round): \(error.message)", argument: error.argument)
      }
      try FunctionBounds.checkText(size)
    }
    return .list(texts, of: .string)
  }
}
