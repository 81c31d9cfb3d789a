/// Where a list, map or object comes in the iteration of a set.
///
/// The language leaves that order open; the reference goes by the bytes of a text form of the element, in which numbers
/// are decimal text (10 comes before 9) and a shorter list comes after one that it begins. Blocks made from a set, and
/// whatever is listed from it, stand in that order.
struct IterationKey {
  private(set) var bytes: [UInt8] = []

  init(_ value: Value) { append(value) }

  private mutating func append(_ value: Value) {
    switch value {
    case .null, .unknown: bytes.append(UInt8(ascii: "~"))
    case .bool(let truth): bytes.append(UInt8(ascii: truth ? "T" : "F"))
    case .number(let number): bytes += NumberFormat(number).orderingText.utf8
    case .string(let text): append(quoted: text)
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements {
        append(element)
        bytes.append(UInt8(ascii: ";"))
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let fields, _), .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for field in fields {
        append(quoted: field.key)
        bytes.append(UInt8(ascii: ":"))
        append(field.value)
        bytes.append(UInt8(ascii: ";"))
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// A text in quotes as Go writes it.
  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\u{7}": bytes += "\\a".utf8
      case "\u{8}": bytes += "\\b".utf8
      case "\u{C}": bytes += "\\f".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      case "\u{B}": bytes += "\\v".utf8
      case _ where scalar.isShown: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default:
        let (mark, width) = scalar.value < 0x80 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        let figures = String(scalar.value, radix: 16)
        bytes += "\\\(mark)\(String(repeating: "0", count: max(0, width - figures.utf8.count)))\(figures)".utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Unicode.Scalar {
  /// What Go prints as it is: letters, marks, numbers, punctuation, symbols and the ASCII space.
  fileprivate var isShown: Bool {
    if value < 0x7F { return value >= 0x20 }
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      return false
    default: return true
    }
  }
}
