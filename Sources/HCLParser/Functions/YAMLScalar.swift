/// The text of a scalar, and whether its form leaves its type open.
enum YAMLScalar {
  /// Without quotes: the text decides what it is.
  case plain(String)
  case quoted(String)
  /// After `|` or `>`: a text, unless a tag says that it decides.
  case block(String)

  var text: String {
    switch self {
    case .plain(let text), .quoted(let text), .block(let text): text
    }
  }

  /// The value that the scalar stands for.
  func value(tag: String?) -> Result<Value, FunctionFailure> {
    switch tag {
    case nil:
      guard case .plain(let text) = self else { return .success(.normalised(text)) }
      return YAMLScalar.implied(text)
    case "!!str": return .success(.normalised(text))
    case "!!bool", "!!int", "!!float", "!!null", "!!timestamp":
      // What stands in quotes is a text, whatever its tag says.
      if case .quoted = self { return .success(.normalised(text)) }
      return tagged(tag ?? "")
    case "!!binary":
      if Base64.bytes(of: text) != nil { return .success(.string(text)) }
      return .failure(FunctionFailure("cannot parse \"\(text)\" as \(Self.name(of: "!!binary")): not valid base64"))
    case let tag?:
      return .failure(FunctionFailure("unsupported tag \"\(Self.name(of: tag))\""))
    }
  }

  /// Without quotes the text decides, and a tag only refuses texts that are no more than texts.
  private func tagged(_ tag: String) -> Result<Value, FunctionFailure> {
    var text = Substring(self.text)
    while text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
    if tag == "!!timestamp" {
      if let timestamp = YAMLScalar.timestamp(String(text)) { return .success(.string(timestamp)) }
    } else {
      switch YAMLScalar.implied(String(text)) {
      case .success(.string): if tag == "!!null" { return .success(.null(.any)) }
      case .success(.number(let number)) where number.isInfinite && tag == "!!int": break
      case let other: return other
      }
    }
    return .failure(FunctionFailure("cannot parse \"\(text)\" as \(Self.name(of: tag))"))
  }

  private static func name(of tag: String) -> String {
    tag.hasPrefix("!!") ? "tag:yaml.org,2002:" + tag.dropFirst(2) : tag
  }

  /// What a text without quotes and tag is. The words of YAML 1.1 count: `yes` is true.
  private static func implied(_ text: String) -> Result<Value, FunctionFailure> {
    switch text {
    case "", "~", "null", "Null", "NULL": return .success(.null(.any))
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .success(.bool(true))
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .success(.bool(false))
    case ".nan", ".NaN", ".NAN": return .failure(FunctionFailure("floating point NaN is not supported"))
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "+Inf": return .success(.number(Number(Double.infinity)))
    case "-.inf", "-.Inf", "-.INF", "-Inf": return .success(.number(Number(-Double.infinity)))
    default: break
    }
    if let number = number(text) { return .success(.number(number)) }
    return .success(timestamp(text).map { .string($0) } ?? .normalised(text))
  }

  private static func number(_ text: String) -> Number? {
    guard let first = text.utf8.first,
      first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
        || first == UInt8(ascii: ".") || (0x30...0x39).contains(first)
    else { return nil }
    if text.hasPrefix("0x") { return unsigned(text, base: 16) }
    if text.hasPrefix("0o") { return unsigned(text, base: 8) }
    return Number(decimal: text)
  }

  private static func unsigned(_ text: String, base: Int) -> Number? {
    let digits = String(text.dropFirst(2))
    guard digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-") else { return nil }
    return Number(whole: digits, base: base)
  }

  /// A date, or a date with a time: `2006-1-2`, `2006-1-2 15:4:5`, `2006-1-2T15:4:5Z`. Given back as RFC 3339.
  private static func timestamp(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes[4] == UInt8(ascii: "-"), bytes[..<4].allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let mark = bytes.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") || $0 == 0x20 }
    guard let date = fields(bytes[..<(mark ?? bytes.count)], separator: UInt8(ascii: "-")) else { return nil }
    var time = "00:00:00"
    var zone = "Z"
    if let mark {
      let rest = bytes[(mark + 1)...]
      let end = rest.firstIndex { $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      // A space goes without a zone, a T with one.
      guard (bytes[mark] == 0x20) == (end == nil) else { return nil }
      let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? end ?? bytes.count
      guard let fields = fields(rest[..<point], separator: UInt8(ascii: ":")) else { return nil }
      time = fields.map { padded($0, 2) }.joined(separator: ":")
      if point < (end ?? bytes.count) {
        time += String(decoding: bytes[point..<(end ?? bytes.count)], as: UTF8.self)
      }
      if let end { zone = String(decoding: bytes[end...], as: UTF8.self) }
    }
    let whole = padded(date[0], 4) + "-" + padded(date[1], 2) + "-" + padded(date[2], 2) + "T" + time + zone
    return Timestamp(whole)?.description
  }

  private static func padded(_ value: Int64, _ width: Int) -> String { Timestamp.padded(value, width) }

  /// Three numbers with a mark between them.
  private static func fields(_ bytes: ArraySlice<UInt8>, separator: UInt8) -> [Int64]? {
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var values: [Int64] = []
    for part in parts {
      guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      values.append(part.reduce(0) { $0 * 10 + Int64($1 - 0x30) })
    }
    return values
  }
}
