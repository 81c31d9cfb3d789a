/// Values → JSON text. Keys stay in the order given; the same value always gives the same text.
public struct JSONWriter: Sendable {
  /// How the text is spread over lines.
  public enum Layout: Sendable, Hashable {
    /// On one line, without blanks.
    case compact
    /// One member or element a line, indented by this many spaces a level.
    case indented(Int)
  }

  private let layout: Layout
  /// Whether `<`, `>` and `&` are written as escapes, as Go's encoder does for the sake of web pages.
  private let escapesHTML: Bool
  private var output: [UInt8] = []

  private init(_ layout: Layout, escapesHTML: Bool) {
    self.layout = layout
    self.escapesHTML = escapesHTML
  }

  /// The value as JSON, without a line end at the end. `escapesHTML` writes `<`, `>` and `&` as Go's encoder does.
  public static func text(_ value: JSONValue, layout: Layout = .compact, escapesHTML: Bool = false) -> String {
    String(decoding: bytes(value, layout: layout, escapesHTML: escapesHTML), as: UTF8.self)
  }

  /// The same in UTF-8.
  public static func bytes(_ value: JSONValue, layout: Layout = .compact, escapesHTML: Bool = false) -> [UInt8] {
    var writer = JSONWriter(layout, escapesHTML: escapesHTML)
    writer.write(value, depth: 0)
    return writer.output
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let bool): output += (bool ? "true" : "false").utf8
    case .int(let int): output += String(int).utf8
    case .unsigned(let int): output += String(int).utf8
    case .double(let double): output += Self.number(double).utf8
    case .number(let text): output += text.utf8
    case .string(let text): write(text)
    case .array(let elements):
      writeContainer("[", "]", elements, depth) { writer, element in writer.write(element, depth: depth + 1) }
    case .object(let object):
      let separator = layout == .compact ? ":" : ": "
      writeContainer("{", "}", object.members, depth) { writer, member in
        writer.write(member.key)
        writer.output += separator.utf8
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeContainer<Part>(
    _ opening: String, _ closing: String, _ parts: [Part], _ depth: Int, _ writePart: (inout JSONWriter, Part) -> Void
  ) {
    output += opening.utf8
    for (index, part) in parts.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(depth + 1)
      writePart(&self, part)
    }
    if !parts.isEmpty { breakLine(depth) }
    output += closing.utf8
  }

  private mutating func breakLine(_ depth: Int) {
    guard case .indented(let width) = layout else { return }
    output.append(0x0A)
    output += repeatElement(0x20, count: max(0, width) * depth)
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        output.append(UInt8(ascii: "\\"))
        output.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": output += "\\n".utf8
      case "\r": output += "\\r".utf8
      case "\t": output += "\\t".utf8
      case "<", ">", "&":
        if escapesHTML { writeEscape(scalar.value) } else { output.append(UInt8(truncatingIfNeeded: scalar.value)) }
      case _ where scalar.value < 0x20, "\u{2028}", "\u{2029}": writeEscape(scalar.value)
      default: output += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(_ value: UInt32) {
    let digits = String(value, radix: 16)
    output += "\\u".utf8
    output += repeatElement(UInt8(ascii: "0"), count: max(0, 4 - digits.utf8.count))
    output += digits.utf8
  }

  /// A double as Go's encoder writes it: shortest digits, an exponent only below 1e-6 and from 1e21 on.
  ///
  /// JSON has no infinity and no NaN; they become null.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    // The standard library finds the shortest digits; only their layout differs from Go's.
    var (digits, exponent) = decimalParts(value.magnitude.description)
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    let text: [UInt8]
    if value.magnitude < 1e-6 || value.magnitude >= 1e21 {
      var fraction = digits
      let first = fraction.removeFirst()
      text =
        [first] + (fraction.isEmpty ? [] : [UInt8(ascii: ".")] + fraction)
        + Array("e\(exponent - 1 < 0 ? "-" : "+")\((exponent - 1).magnitude)".utf8)
    } else if exponent <= 0 {
      text = Array("0.".utf8) + repeatElement(UInt8(ascii: "0"), count: -exponent) + digits
    } else if digits.count <= exponent {
      text = digits + repeatElement(UInt8(ascii: "0"), count: exponent - digits.count)
    } else {
      text = digits[..<exponent] + [UInt8(ascii: ".")] + digits[exponent...]
    }
    return sign + String(decoding: text, as: UTF8.self)
  }

  /// Significant digits without point, and where the point stands: 12.5 is 125 and 2, 0.05 is 5 and -1.
  private static func decimalParts(_ text: String) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var shift = 0
    for (index, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        shift = Int(text.utf8.dropFirst(index + 1).map { String(UnicodeScalar($0)) }.joined()) ?? 0
        break
      } else {
        digits.append(byte)
      }
    }
    var exponent = (point ?? digits.count) + shift
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      exponent -= 1
    }
    return (digits, exponent)
  }
}
