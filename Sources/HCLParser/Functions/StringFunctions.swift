/// Functions that cut, join and search texts. Lengths and offsets count grapheme clusters; everything else goes by bytes.
enum StringFunctions {
  static let all: [Function] = [
    Function("chomp", [.string("str")], returns: .string, "A text without the line ends at its end.") { arguments in
      var bytes = Array(arguments.text(0).utf8)
      while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { bytes.removeLast() }
      return .string(String(decoding: bytes, as: UTF8.self))
    },
    Function("trimspace", [.string("str")], returns: .string, "A text without the white space around it.") {
      arguments in
      .string(trim(arguments.text(0)) { $0.properties.isWhitespace })
    },
    Function(
      "trim", [.string("str"), .string("cutset")], returns: .string,
      "A text without any of the given characters at its start and end."
    ) { arguments in
      let cut = Set(arguments.text(1).unicodeScalars)
      return .string(trim(arguments.text(0)) { cut.contains($0) })
    },
    Function(
      "trimprefix", [.string("str"), .string("prefix")], returns: .string,
      "A text without the given start, if it has it."
    ) { arguments in
      let (text, prefix) = (Array(arguments.text(0).utf8), Array(arguments.text(1).utf8))
      guard text.starts(with: prefix) else { return arguments.values[0] }
      return .string(String(decoding: text.dropFirst(prefix.count), as: UTF8.self))
    },
    Function(
      "trimsuffix", [.string("str"), .string("suffix")], returns: .string, "A text without the given end, if it has it."
    ) { arguments in
      let (text, suffix) = (Array(arguments.text(0).utf8), Array(arguments.text(1).utf8))
      guard text.reversed().starts(with: suffix.reversed()) else { return arguments.values[0] }
      return .string(String(decoding: text.dropLast(suffix.count), as: UTF8.self))
    },
    Function("lower", [.string("str")], returns: .string, "A text in small letters.") { arguments in
      .string(mapped(arguments.text(0), \.simpleLowercase))
    },
    Function("upper", [.string("str")], returns: .string, "A text in capital letters.") { arguments in
      .string(mapped(arguments.text(0), \.simpleUppercase))
    },
    Function("title", [.string("str")], returns: .string, "A text with each word's first letter raised.") {
      arguments in .string(titled(arguments.text(0)))
    },
    Function("strrev", [.string("str")], returns: .string, "A text read backwards.") { arguments in
      .string(arguments.text(0).reversedByCluster)
    },
    Function("reverse", [.string("str")], returns: .string, "A text read backwards. Lists are refused.") { arguments in
      .string(arguments.text(0).reversedByCluster)
    },
    Function("strlen", [.string("str")], returns: .number, "How many characters a text has.") { arguments in
      .number(Number(arguments.text(0).clusterCount))
    },
    Function(
      "substr", [.string("str"), .number("offset"), .number("length")], returns: .string,
      "A part of a text; a negative offset counts from the end, length -1 means up to the end.", substring),
    Function(
      "indent", [.number("spaces"), .string("str")], returns: .string,
      "A text with spaces after each of its line ends.", indent),
    Function(
      "replace", [.string("str"), .string("substr"), .string("replace")], returns: .string,
      "A text with every occurrence of one part replaced by another.", replace),
    Function(
      "regex_replace", [.string("str"), .string("pattern"), .string("replace")], returns: .string,
      "A text with every match of a regular expression replaced; $1 and ${name} stand for groups.", replacePattern),
    Function(
      "split", [.string("separator"), .string("str")], returns: .list(.string),
      "The parts of a text between separators.", split),
    Function(
      "join", [.string("separator")], variadic: .strings("lists"), returns: .string,
      "The texts of one or more lists, joined with a separator.", join),
    Function("sort", [.strings("list")], returns: .list(.string), "A list of texts in code point order.", sort),
  ]

  private static func trim(_ text: String, where isCut: (Unicode.Scalar) -> Bool) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isCut($0) }), let last = scalars.lastIndex(where: { !isCut($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func mapped(_ text: String, _ mapping: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(
        decoding: text.utf8.map { UInt8(truncatingIfNeeded: mapping(Unicode.Scalar($0)).value) }, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(mapping(scalar)) }
    return String(result)
  }

  private static func titled(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previousSeparates = true
    for scalar in text.unicodeScalars {
      result.append(previousSeparates ? scalar.simpleTitlecase : scalar)
      previousSeparates = scalar.separatesWords
    }
    return String(result)
  }

  private static func substring(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let text = arguments.text(0)
    var offset = try arguments.whole(1)
    let length = try arguments.whole(2)
    if offset < 0 {
      offset = max(0, offset.addingReportingOverflow(text.clusterCount).partialValue)
      // The reference overlooks length 0 here and runs on to the end.
      let rest = text.withoutFirstClusters(offset)
      return .string(length <= 0 ? rest : rest.firstClusters(length))
    }
    if length == 0 { return .string("") }
    let rest = text.withoutFirstClusters(offset)
    return .string(length < 0 ? rest : rest.firstClusters(length))
  }

  private static func indent(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let spaces = try arguments.whole(0)
    guard spaces >= 0 else { throw FunctionFailure("the number of spaces must not be negative", argument: 0) }
    let bytes = Array(arguments.text(1).utf8)
    let lineEnds = bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let (added, overflow) = lineEnds.multipliedReportingOverflow(by: spaces)
    try FunctionBounds.checkText(overflow ? .max : added, argument: 0)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + added)
    for byte in bytes {
      result.append(byte)
      if byte == UInt8(ascii: "\n") { result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces)) }
    }
    return .string(String(decoding: result, as: UTF8.self))
  }

  private static func replace(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let (text, new) = (Array(arguments.text(0).utf8), Array(arguments.text(2).utf8))
    let pieces = split(text, at: Array(arguments.text(1).utf8), keepsEmptyEnds: true)
    let (added, overflow) = (pieces.count - 1).multipliedReportingOverflow(by: new.count)
    try FunctionBounds.checkText(overflow ? .max : text.count + added)
    var result = Array(pieces[0])
    for piece in pieces.dropFirst() {
      result.append(contentsOf: new)
      result.append(contentsOf: piece)
    }
    return .string(String(decoding: result, as: UTF8.self))
  }

  private static func replacePattern(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    switch Pattern.compiled(arguments.text(1)) {
    case .failure(let fault): throw FunctionFailure(fault.message, argument: 1)
    case .success(let pattern):
      guard let result = pattern.replacingMatches(in: arguments.text(0), with: arguments.text(2)) else {
        throw FunctionFailure("the result is longer than \(FunctionBounds.text >> 20) MiB")
      }
      return .string(result)
    }
  }

  private static func split(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let text = Array(arguments.text(1).utf8)
    let pieces = split(text, at: Array(arguments.text(0).utf8), keepsEmptyEnds: false)
    try FunctionBounds.checkElements(pieces.count)
    return .list(pieces.map { .normalised(String(decoding: $0, as: UTF8.self)) }, of: .string)
  }

  /// The pieces of a text between separators. An empty separator stands between any two code points, and where
  /// `keepsEmptyEnds` says so before the first and after the last one too.
  private static func split(_ text: [UInt8], at separator: [UInt8], keepsEmptyEnds: Bool) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    if separator.isEmpty {
      if keepsEmptyEnds { pieces.append(text[0..<0]) }
      while start < text.count {
        var end = start + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        pieces.append(text[start..<end])
        start = end
      }
      if keepsEmptyEnds, !text.isEmpty { pieces.append(text[text.count...]) }
      return keepsEmptyEnds && text.isEmpty ? [text[0..<0], text[0..<0]] : pieces
    }
    var position = 0
    while position + separator.count <= text.count {
      if text[position] == separator[0], text[position...].starts(with: separator) {
        pieces.append(text[start..<position])
        position += separator.count
        start = position
      } else {
        position += 1
      }
    }
    pieces.append(text[start...])
    return pieces
  }

  private static func join(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard arguments.count > 1 else { throw FunctionFailure("at least one list is required") }
    var texts: [String] = []
    var size = 0
    let separator = arguments.text(0)
    for index in 1..<arguments.count {
      texts += try arguments.texts(index) { position in
        "element \(position) of list \(index) is null; cannot concatenate null values"
      }
    }
    for text in texts { size = size &+ text.utf8.count &+ separator.utf8.count }
    try FunctionBounds.checkText(size)
    return .string(texts.joined(separator: separator))
  }

  private static func sort(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let texts = try arguments.texts(0) { "given list element \($0) is null; a null string cannot be sorted" }
    let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return .list(sorted.map { .string($0) }, of: .string)
  }
}
