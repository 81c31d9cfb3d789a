/// Writes YAML the way the reference does: block style, all texts and keys in double quotes, texts of several lines as
/// literal blocks, long ones folded.
struct YAMLWriter {
  private var bytes: [UInt8] = []
  /// Whether the text ends in a form that only the end mark of a document closes.
  private var isOpen = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The document of one value.
  mutating func write(_ value: Value) throws(FunctionFailure) {
    try write(value, indent: -2, isInMapping: false, afterKey: false)
    // A plain scalar alone, and a block that keeps its last line ends, need an end mark.
    if isOpen { append("...\n") }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    isOpen = false
  }

  private mutating func startLine(_ indent: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, indent)))
  }

  /// Writes a value whose container is indented by `indent`. `afterKey` says that a key and its colon stand before it,
  /// so that a container begins on the next line.
  private mutating func write(
    _ value: Value, indent: Int, isInMapping: Bool, afterKey: Bool
  ) throws(FunctionFailure) {
    try FunctionBounds.checkText(bytes.count)
    let gap = afterKey ? " " : ""
    switch value {
    case .null: plain(gap + "null", isRoot: indent < 0)
    case .unknown: throw FunctionFailure("a value that is not known yet has no YAML form")
    case .bool(let truth): plain(gap + (truth ? "true" : "false"), isRoot: indent < 0)
    case .number(let number):
      guard let digits = number.plainText else { throw FunctionFailure("the number \(number) is too long") }
      plain(gap + digits, isRoot: indent < 0)
    case .string(let text): string(text, gap: gap, indent: max(indent, 0) + 2)
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      guard !elements.isEmpty else { return append(gap + "[]\n") }
      if afterKey { append("\n") }
      // A list under a key stands as far left as the key.
      let column = isInMapping ? indent : indent + 2
      for (index, element) in elements.enumerated() {
        if index > 0 || afterKey { startLine(column) }
        append("- ")
        try write(element, indent: column, isInMapping: false, afterKey: false)
      }
    case .map(let fields, _), .object(let fields):
      guard !fields.isEmpty else { return append(gap + "{}\n") }
      if afterKey { append("\n") }
      let column = indent + 2
      for (index, field) in fields.enumerated() {
        if index > 0 || afterKey { startLine(column) }
        if Self.isSimpleKey(field.key) {
          append(Self.quoted(field.key) + ":")
          try write(field.value, indent: column, isInMapping: true, afterKey: true)
        } else {
          append("? ")
          string(field.key, gap: "", indent: column + 2)
          startLine(column)
          append(": ")
          try write(field.value, indent: column, isInMapping: false, afterKey: false)
        }
      }
    }
  }

  private mutating func plain(_ text: String, isRoot: Bool) {
    append(text + "\n")
    isOpen = isRoot
  }

  private mutating func string(_ text: String, gap: String, indent: Int) {
    guard text.utf8.contains(0x0A), let header = Self.literalHeader(of: text) else {
      append(gap)
      append(folded(text, indent: indent) + "\n")
      return
    }
    append(gap + header + "\n")
    var lines = Substring(text).utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    if text.utf8.last == 0x0A { lines.removeLast() }
    for line in lines {
      if !line.isEmpty { startLine(indent) }
      append(String(Substring(line)) + "\n")
    }
    isOpen = header.hasSuffix("+")
  }

  /// `|` with its hints, or nil where a text cannot be written as a literal block.
  private static func literalHeader(of text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.last != " ", scalars.allSatisfy({ $0 == "\n" || $0 == "\t" || isPrintable($0) }) else { return nil }
    for (index, scalar) in scalars.enumerated().dropLast() where scalar == " " && scalars[index + 1] == "\n" {
      return nil
    }
    let leading = scalars.first == " " || scalars.first == "\n" ? "2" : ""
    guard scalars.last == "\n" else { return "|\(leading)-" }
    let keepsMore = scalars.count == 1 || scalars[scalars.count - 2] == "\n"
    return "|\(leading)\(keepsMore ? "+" : "")"
  }

  /// What the reference writes as it is. Code points beyond 16 bits it always escapes.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD: scalar.value != 0xFEFF
    default: false
    }
  }

  /// A key that goes before its colon: on one line, and not too long. Others stand after a `?`.
  private static func isSimpleKey(_ text: String) -> Bool {
    text.utf8.count <= 128
      && !text.unicodeScalars.contains {
        $0 == "\n" || $0 == "\r" || $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}"
      }
  }

  private static let bestWidth = 80

  /// A text in quotes, broken at the first of the spaces that stand beyond the best width.
  private func folded(_ text: String, indent: Int) -> String {
    let lineStart = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[lineStart...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    guard column + text.utf8.count > Self.bestWidth || text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else {
      return Self.quoted(text)
    }
    let scalars = Array(text.unicodeScalars)
    var result = "\""
    var width = column
    for (index, scalar) in scalars.enumerated() {
      let isFirstSpace = scalar == " " && index > 0 && scalars[index - 1] != " "
      if isFirstSpace, width > Self.bestWidth, index + 1 < scalars.count {
        result += "\n" + String(repeating: " ", count: indent)
        width = indent
        // A space that begins a line would be lost.
        if scalars[index + 1] == " " {
          result += "\\"
          width += 1
        }
        continue
      }
      let piece = Self.escaped(scalar)
      result += piece
      width += piece.unicodeScalars.count
    }
    return result + "\""
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.reduce(into: "") { $0 += escaped($1) } + "\""
  }

  /// A character as it stands between double quotes.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\u{0}": return "\\0"
    case "\u{7}": return "\\a"
    case "\u{8}": return "\\b"
    case "\t": return "\\t"
    case "\n": return "\\n"
    case "\u{B}": return "\\v"
    case "\u{C}": return "\\f"
    case "\r": return "\\r"
    case "\u{1B}": return "\\e"
    case "\u{85}": return "\\N"
    case "\u{2028}": return "\\L"
    case "\u{2029}": return "\\P"
    case _ where isPrintable(scalar): return String(scalar)
    default:
      let figures = String(scalar.value, radix: 16, uppercase: true)
      let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
      return "\\" + mark + String(repeating: "0", count: width - figures.utf8.count) + figures
    }
  }
}
