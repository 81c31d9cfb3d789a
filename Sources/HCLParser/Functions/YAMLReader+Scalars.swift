/// Scalars in all their forms.
extension YAMLReader {
  // MARK: Plain

  /// Goes to the end of a plain scalar on this line; blanks at its end do not belong to it.
  mutating func skipPlainLine(isInFlow: Bool) {
    let start = position
    scan: while let byte = current, byte != 0x0A {
      switch byte {
      case UInt8(ascii: ":"): if isBlank(1) { break scan }
      case UInt8(ascii: "?"): if isInFlow { break scan }
      case UInt8(ascii: "#"): if position > start, isBlank(-1) { break scan }
      default: if isInFlow, Self.isFlowMark(byte) { break scan }
      }
      position += 1
    }
    while position > start, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { position -= 1 }
  }

  private static func isFlowMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "}")
  }

  /// A plain scalar, over several lines where the next ones stand further right than the container.
  mutating func plain(parent: Int, isInFlow: Bool) throws(FunctionFailure) -> String {
    if let first = current {
      switch first {
      case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "]"),
        UInt8(ascii: "}"):
        throw failure("found character that cannot start any token")
      default: break
      }
    }
    var text: [UInt8] = []
    while true {
      let start = position
      skipPlainLine(isInFlow: isInFlow)
      text += bytes[start..<position]
      let end = position
      skipSpaces()
      guard current == 0x0A else {
        position = end
        return String(decoding: text, as: UTF8.self)
      }
      var lineEnds = 0
      while current == 0x0A {
        lineEnds += 1
        position += 1
        if isAtMarker { break }
        skipSpaces()
      }
      let stops =
        position >= bytes.count || current == UInt8(ascii: "#") || isAtMarker
        || (isInFlow ? current.map(Self.isFlowMark) ?? true : column(of: position) <= parent)
        || (isInFlow && current == UInt8(ascii: ":"))
      if stops {
        position = end
        return String(decoding: text, as: UTF8.self)
      }
      if !isInFlow, isKeyAhead() { throw failure("mapping values are not allowed in this context") }
      Self.fold(lineEnds, into: &text)
    }
  }

  /// One line end counts as a space, more of them as one less.
  private static func fold(_ lineEnds: Int, into text: inout [UInt8]) {
    if lineEnds == 1 { text.append(0x20) } else { text += repeatElement(0x0A, count: max(0, lineEnds - 1)) }
  }

  // MARK: Quoted

  /// A scalar in single or double quotes.
  mutating func quoted() throws(FunctionFailure) -> String {
    let start = position
    let quote = current
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case quote:
        position += 1
        guard quote == UInt8(ascii: "'"), current == UInt8(ascii: "'") else {
          return String(decoding: text, as: UTF8.self)
        }
        text.append(byte)
        position += 1
      case UInt8(ascii: "\\") where quote == UInt8(ascii: "\""): try escape(into: &text)
      case 0x0A:
        while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
        var lineEnds = 0
        while current == 0x0A {
          lineEnds += 1
          position += 1
          if isAtMarker { throw failure("found unexpected document indicator") }
          skipSpaces()
        }
        Self.fold(lineEnds, into: &text)
      default:
        text.append(byte)
        position += 1
      }
    }
    throw failure("found unexpected end of stream while scanning a quoted scalar", at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(FunctionFailure) {
    let start = position
    position += 1
    guard let byte = current else { throw failure("found unexpected end of stream while scanning a quoted scalar") }
    position += 1
    func append(_ value: UInt32) throws(FunctionFailure) {
      guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
        throw failure("found invalid Unicode character escape code", at: start)
      }
      text += encoded
    }
    switch byte {
    case UInt8(ascii: "0"): text.append(0)
    case UInt8(ascii: "a"): text.append(0x07)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"), 0x09: text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
      text.append(byte)
    case UInt8(ascii: "N"): try append(0x85)
    case UInt8(ascii: "_"): try append(0xA0)
    case UInt8(ascii: "L"): try append(0x2028)
    case UInt8(ascii: "P"): try append(0x2029)
    case UInt8(ascii: "x"): try append(try figures(2, at: start))
    case UInt8(ascii: "u"): try append(try figures(4, at: start))
    case UInt8(ascii: "U"): try append(try figures(8, at: start))
    case 0x0A:
      // An escaped line end joins the lines without a space.
      skipSpaces()
      while current == 0x0A {
        text.append(0x0A)
        position += 1
        skipSpaces()
      }
    default: throw failure("found unknown escape character", at: start)
    }
  }

  private mutating func figures(_ count: Int, at start: Int) throws(FunctionFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let figure = current?.hexadecimalValue else {
        throw failure("did not find expected hexadecimal number", at: start)
      }
      value = value << 4 | UInt32(figure)
      position += 1
    }
    return value
  }

  // MARK: Blocks

  /// `|` and `>` with the lines that follow.
  mutating func blockScalar(parent: Int) throws(FunctionFailure) -> YAMLScalar {
    let isFolded = current == UInt8(ascii: ">")
    position += 1
    var chomping: UInt8?
    var indent: Int?
    while let byte = current, !isBlank(0) {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): chomping = byte
      case UInt8(ascii: "1")...UInt8(ascii: "9"): indent = max(parent, 0) + Int(byte - UInt8(ascii: "0"))
      default: throw failure("did not find expected comment or line break")
      }
      position += 1
    }
    skipSpaces()
    if current == UInt8(ascii: "#") {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }
    guard position >= bytes.count || current == 0x0A else {
      throw failure("did not find expected comment or line break")
    }
    if current == 0x0A { position += 1 }
    let lines = blockLines(indent: indent, parent: parent)
    let body = isFolded ? Self.folded(lines.content) : Self.literal(lines.content)
    // The last line of the text may have no line end of its own.
    let hasLineEnd = lines.endsInLineEnd
    switch chomping {
    case UInt8(ascii: "-"): return .block(body)
    case UInt8(ascii: "+"):
      let kept = lines.content.isEmpty ? lines.emptyLines : lines.emptyLines + (hasLineEnd ? 1 : 0)
      return .block(body + String(repeating: "\n", count: kept))
    default: return .block(lines.content.isEmpty || !hasLineEnd ? body : body + "\n")
    }
  }

  private struct BlockLines {
    var content: [ArraySlice<UInt8>] = []
    /// After the content.
    var emptyLines = 0
    var endsInLineEnd = false
  }

  private mutating func blockLines(indent given: Int?, parent: Int) -> BlockLines {
    var result = BlockLines()
    var indent = given
    while position < bytes.count, !isAtMarker {
      let start = position
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let spaces = bytes[start..<end].prefix { $0 == 0x20 }.count
      let isEmpty = start + spaces == end
      if isEmpty, spaces <= indent ?? .max {
        result.emptyLines += 1
        if end == bytes.count, spaces > 0 || start == end { result.emptyLines -= 1 }
      } else {
        let wanted = indent ?? max(parent + 1, spaces)
        guard spaces >= wanted, spaces > parent else { break }
        indent = wanted
        result.content += repeatElement([], count: result.emptyLines)
        result.emptyLines = 0
        result.content.append(bytes[(start + wanted)..<end])
        result.endsInLineEnd = end < bytes.count
      }
      position = min(end + 1, bytes.count)
    }
    return result
  }

  private static func literal(_ lines: [ArraySlice<UInt8>]) -> String {
    String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// Line ends between lines of text become spaces; around lines that are indented further they stay.
  private static func folded(_ lines: [ArraySlice<UInt8>]) -> String {
    func isIndented(_ line: ArraySlice<UInt8>) -> Bool { line.first == 0x20 || line.first == 0x09 }
    var text: [UInt8] = []
    var previous: ArraySlice<UInt8>?
    var lineEnds = 0
    for line in lines {
      if line.isEmpty {
        lineEnds += 1
        continue
      }
      if let previous {
        let keeps = isIndented(previous) || isIndented(line)
        if keeps {
          text += repeatElement(0x0A, count: lineEnds + 1)
        } else {
          fold(lineEnds + 1, into: &text)
        }
      } else {
        text += repeatElement(0x0A, count: lineEnds)
      }
      lineEnds = 0
      text += line
      previous = line
    }
    return String(decoding: text, as: UTF8.self)
  }
}
