/// The escapes of quoted text. `\n \r \t \" \\ \uXXXX \UXXXXXXXX`, and `$${` and `%%{`; nothing else.
enum StringEscapes {
  /// What is wrong with an escape.
  enum Problem {
    /// No escape begins with this.
    case unknown
    /// Fewer hexadecimal digits than this.
    case tooFewDigits(wanted: Int)
    /// The digits name nothing that a text can hold.
    case noCharacter
  }

  /// Appends the text that `bytes` stand for. Of a bad escape the characters after the backslash stay.
  /// `problem` gets each bad escape with its range in `bytes`.
  static func decode(
    _ bytes: ArraySlice<UInt8>, escapes: Bool, into text: inout [UInt8],
    problem: (Problem, Range<Int>) -> Void = { _, _ in }
  ) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where escapes: index = escape(bytes, index, &text, problem)
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        text.append(byte)
        // The second mark only keeps the first from beginning a sequence.
        let doubles =
          bytes.endIndex - index > 2 && bytes[index + 1] == byte && bytes[index + 2] == UInt8(ascii: "{")
        if doubles { text.append(UInt8(ascii: "{")) }
        index += doubles ? 3 : 1
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  /// Decodes the escape whose backslash stands at `start`; returns where it ends.
  private static func escape(
    _ bytes: ArraySlice<UInt8>, _ start: Int, _ text: inout [UInt8], _ problem: (Problem, Range<Int>) -> Void
  ) -> Int {
    let selector = start + 1 < bytes.endIndex ? bytes[start + 1] : 0
    switch selector {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(selector)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let wanted = selector == UInt8(ascii: "u") ? 4 : 8
      var value: UInt32 = 0
      var end = start + 2
      while end < bytes.endIndex, end < start + 2 + wanted, let digit = hexValue(bytes[end]) {
        value = value << 4 | digit
        end += 1
      }
      if end < start + 2 + wanted {
        problem(.tooFewDigits(wanted: wanted), start..<end)
      } else if let scalar = Unicode.Scalar(value) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return end
      } else {
        problem(.noCharacter, start..<end)
      }
      text.append(contentsOf: bytes[(start + 1)..<end])
      return end
    default:
      // The whole character belongs to the escape, not its first byte.
      var end = min(start + 2, bytes.endIndex)
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
      problem(.unknown, start..<end)
      text.append(contentsOf: bytes[(start + 1)..<end])
      return end
    }
    return start + 2
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
  }
}
