/// Functions that write bytes as text and read them back: base 64, URLs, comma-separated values.
enum EncodingFunctions {
  static let all: [Function] = [
    Function("base64encode", [.string("str")], returns: .string, "The bytes of a text in base 64.") { arguments in
      .string(Base64.text(of: Array(arguments.text(0).utf8)))
    },
    Function(
      "base64decode", [.string("str")], returns: .string, "The text whose bytes are given in base 64.", decodeBase64),
    Function("urlencode", [.string("str")], returns: .string, "A text as a part of the query of a URL.") {
      arguments in .string(urlEncoded(arguments.text(0)))
    },
    Function(
      "csvdecode", [.string("str")], returns: .any,
      "The rows of comma-separated values as objects; the first row names the columns.", decodeCSV),
  ]

  private static func decodeBase64(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard let bytes = Base64.bytes(of: arguments.text(0)) else {
      throw FunctionFailure("failed to decode base64 data: the text is not in base64", argument: 0)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FunctionFailure("the result of decoding the provided string is not valid UTF-8", argument: 0)
    }
    return .string(text)
  }

  private static func urlEncoded(_ text: String) -> String {
    let figures = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: " "): result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), figures[Int(byte >> 4)], figures[Int(byte & 0xF)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decodeCSV(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    var reader = CSVReader(arguments.text(0))
    guard let header = try reader.row() else { throw FunctionFailure("missing header line", argument: 0) }
    for (index, name) in header.enumerated()
    where header[..<index].contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      throw FunctionFailure("duplicate column name \"\(name)\"", argument: 0)
    }
    var rows: [Value] = []
    while let row = try reader.row() {
      guard row.count == header.count else {
        throw FunctionFailure("record on line \(reader.recordLine): wrong number of fields", argument: 0)
      }
      rows.append(.object(ValueFields(zip(header, row).map { ValueFields.Entry($0.normalisedC, .normalised($1)) })))
      try FunctionBounds.checkElements(rows.count)
    }
    let columns = ValueFields(header.map { ValueFields.Entry($0.normalisedC, .string("")) })
    return .list(rows, of: Value.object(columns).type)
  }
}

/// Rows of comma-separated values as Go reads them: quotes doubled inside quotes, empty lines passed over.
private struct CSVReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// The line on which the last row begins.
  private(set) var recordLine = 1

  init(_ text: String) {
    // Go drops the carriage return before a line end everywhere, quotes included.
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    for (index, byte) in all.enumerated() {
      if byte == 0x0D, index + 1 == all.count || all[index + 1] == 0x0A { continue }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func row() throws(FunctionFailure) -> [String]? {
    while current == 0x0A {
      position += 1
      line += 1
    }
    guard position < bytes.count else { return nil }
    recordLine = line
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard current == UInt8(ascii: ",") else { break }
      position += 1
    }
    if current == 0x0A {
      position += 1
      line += 1
    }
    return fields
  }

  private mutating func field() throws(FunctionFailure) -> String {
    var text: [UInt8] = []
    guard current == UInt8(ascii: "\"") else {
      while let byte = current, byte != UInt8(ascii: ","), byte != 0x0A {
        if byte == UInt8(ascii: "\"") { throw failure("bare \" in non-quoted field") }
        text.append(byte)
        position += 1
      }
      return String(decoding: text, as: UTF8.self)
    }
    position += 1
    while let byte = current {
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard current == UInt8(ascii: "\"") else {
          guard position == bytes.count || current == UInt8(ascii: ",") || current == 0x0A else {
            throw failure("extraneous or missing \" in quoted-field")
          }
          return String(decoding: text, as: UTF8.self)
        }
        position += 1
      } else if byte == 0x0A {
        line += 1
      }
      text.append(byte)
    }
    throw failure("extraneous or missing \" in quoted-field")
  }

  private func failure(_ message: String) -> FunctionFailure {
    FunctionFailure("parse error on line \(line): \(message)", argument: 0)
  }
}
