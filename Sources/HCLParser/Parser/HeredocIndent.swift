/// The rule of `<<-`: the indentation that all lines share is not part of the text.
enum HeredocIndent {
  /// Removes it. `pieces` are the template's parts in order: text, or nil for a sequence. `reference/hcl.md` section 4.8.
  ///
  /// Strip marks have done their work before, so a text need not end where its line did.
  static func remove(from pieces: inout [ArraySlice<UInt8>?]) {
    var counted: [Int] = []
    var smallest = Int.max
    var atLineStart = true
    for (number, piece) in pieces.enumerated() {
      if atLineStart {
        atLineStart = false
        if let piece {
          let blank = leadingSpace(piece)
          // A line of white space only says nothing about the indentation, and keeps its own.
          if blank < piece.count || piece.last != UInt8(ascii: "\n") {
            smallest = min(smallest, clusters(piece.prefix(blank)))
            counted.append(number)
          }
        } else {
          smallest = 0
        }
      }
      if piece?.last == UInt8(ascii: "\n") { atLineStart = true }
    }
    guard smallest > 0, smallest < Int.max else { return }
    for number in counted { pieces[number] = pieces[number].map { dropClusters($0, smallest) } }
  }

  /// How many bytes of white space a text begins with.
  static func leadingSpace(_ text: ArraySlice<UInt8>) -> Int {
    var index = 0
    let bytes = text.span
    while index < bytes.count {
      // The blanks there nearly always are need no look-up of properties.
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) else { break }
        index += 1
        continue
      }
      guard let (scalar, length) = bytes.scalar(at: index), scalar.properties.isWhitespace else { break }
      index += length
    }
    return index
  }

  /// How many bytes are left when the white space at the end is gone.
  static func lengthWithoutTrailingSpace(_ text: ArraySlice<UInt8>) -> Int {
    var end = text.count
    let bytes = text.span
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
      guard let (scalar, length) = bytes.scalar(at: start), start + length == end, scalar.properties.isWhitespace
      else { break }
      end = start
    }
    return end
  }

  /// Indentation is counted in characters as people see them; a tab is one.
  private static func clusters(_ blank: ArraySlice<UInt8>) -> Int {
    isPlain(blank) ? blank.count : String(decoding: blank, as: UTF8.self).count
  }

  private static func dropClusters(_ text: ArraySlice<UInt8>, _ number: Int) -> ArraySlice<UInt8> {
    if isPlain(text.prefix(number)) { return text.dropFirst(number) }
    return Array(String(decoding: text, as: UTF8.self).dropFirst(number).utf8)[...]
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
  }
}
