/// Tells whether a text looks like a job file, without parsing it: broken job files are to be found too.
enum JobBlock {
  /// Whether some line begins with the word `job` and a label or a brace.
  static func stands(in bytes: [UInt8]) -> Bool {
    var isLineStart = true
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if isLineStart, byte == UInt8(ascii: "j"), isHeader(bytes, at: index) { return true }
      if byte == UInt8(ascii: "\n") {
        isLineStart = true
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        isLineStart = false
      }
      index += 1
    }
    return false
  }

  private static func isHeader(_ bytes: [UInt8], at start: Int) -> Bool {
    guard bytes[start...].starts(with: Array("job".utf8)) else { return false }
    var index = start + 3
    let blanks = index
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "{"): return true
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      // A bare label.
      return index > blanks
    default: return false
    }
  }
}
