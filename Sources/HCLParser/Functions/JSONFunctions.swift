/// `jsonencode` and `jsondecode`.
enum JSONFunctions {
  static let all: [Function] = [
    Function(
      "jsonencode", [Function.Parameter("val", .any, allowsNull: true)], returns: .string,
      "A value as JSON text, object keys sorted."
    ) { (arguments) throws(FunctionFailure) in
      .string(try text(of: arguments.values[0]))
    },
    Function("jsondecode", [.string("str")], returns: .any, "The value that a JSON text spells.") {
      (arguments) throws(FunctionFailure) in
      // A file may begin with a byte order mark, a text may not.
      guard !arguments.text(0).utf8.starts(with: [0xEF, 0xBB, 0xBF]) else {
        throw FunctionFailure("the text begins with a byte order mark, which is no JSON", argument: 0)
      }
      let text = JSONText(parsing: SourceText(name: "", text: arguments.text(0)))
      if let diagnostic = text.diagnostics.first { throw FunctionFailure(diagnostic.summary, argument: 0) }
      guard let root = text.root else { throw FunctionFailure("unexpected end of JSON input", argument: 0) }
      return try value(of: root)
    },
  ]

  /// A value as Go writes JSON: no blanks, keys sorted, and `<`, `>` and `&` escaped.
  static func text(of value: Value) throws(FunctionFailure) -> String {
    var bytes: [UInt8] = []
    try append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text as a JSON string.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendQuoted(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) throws(FunctionFailure) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .unknown: throw FunctionFailure("a value that is not known yet has no JSON form")
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .number(let number):
      guard !number.isInfinite, let digits = number.plainText else {
        throw FunctionFailure("the number \(number) has no JSON form", argument: 0)
      }
      bytes.append(contentsOf: digits.utf8)
    case .string(let text): appendQuoted(text, to: &bytes)
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        try append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let fields, _), .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in fields.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        appendQuoted(entry.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        try append(entry.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    try FunctionBounds.checkText(bytes.count)
  }

  /// Arrays become tuples and objects objects; numbers keep every digit.
  private static func value(of node: JSONNode) throws(FunctionFailure) -> Value {
    switch node.kind {
    case .null: return .null(.any)
    case .bool: return .bool(node.bool ?? false)
    case .string: return .normalised(node.string ?? "")
    case .number:
      let text = node.numberText ?? ""
      guard let number = Number(decimal: text) else {
        throw FunctionFailure("the number \(text) is too great", argument: 0)
      }
      return .number(number)
    case .array:
      var elements: [Value] = []
      for element in node.elements { elements.append(try value(of: element)) }
      return .tuple(elements)
    case .object:
      var entries: [ValueFields.Entry] = []
      for member in node.members {
        entries.append(ValueFields.Entry(member.key.normalisedC, try value(of: member.value)))
      }
      return .object(ValueFields(entries))
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\u{8}": bytes.append(contentsOf: "\\b".utf8)
      case "\u{C}": bytes.append(contentsOf: "\\f".utf8)
      // The last two end a line in JavaScript, where JSON was once pasted.
      case "\u{0}"..."\u{1F}", "<", ">", "&", "\u{2028}", "\u{2029}":
        bytes.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { bytes.append(hexadecimal[Int(scalar.value >> UInt32(shift)) & 0xF]) }
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
