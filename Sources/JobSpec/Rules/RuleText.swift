extension Sequence<String> {
  /// `"a", "b" and "c"`.
  var quotedList: String { joined(lastWord: "and") }
  /// `"a", "b" or "c"`.
  var quotedChoice: String { joined(lastWord: "or") }

  private func joined(lastWord: String) -> String {
    let quoted = map { "\"\($0)\"" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " \(lastWord) " + last
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// A letter of ASCII.
  var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
  var isHexadecimal: Bool { isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "f")) }
}

extension String {
  /// Whether the text holds a runtime reference, so that its final form is not known here.
  var isInterpolated: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if previous == UInt8(ascii: "$"), byte == UInt8(ascii: "{") { return true }
      previous = byte
    }
    return false
  }
}

/// Texts with runtime references in them.
enum RuntimeText {
  /// `text` with each `${…}` replaced.
  static func replacingReferences(in text: String, by replacement: String) -> String {
    guard text.isInterpolated else { return text }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "{"),
        let end = rest.firstIndex(of: UInt8(ascii: "}"))
      {
        result += replacement.utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
