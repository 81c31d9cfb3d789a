/// Bytes → tape. One loop, no recursion; the first fault ends it.
struct JSONParser {
  private let source: SourceText
  private let bytes: [UInt8]
  private(set) var tape: [JSONEntry] = []
  /// Tape indices of the values at the top.
  private(set) var roots: [UInt32] = []
  private var fault: Diagnostic?
  /// The first fault, if there is one.
  var diagnostics: [Diagnostic] { fault.map { [$0] } ?? [] }

  /// How deep values may nest. Node and job documents stay below 30; readers of the tape may recurse.
  static let nestingBound = 500

  /// What may stand at the current place.
  private enum Expectation { case value, elementOrEnd, keyOrEnd, key, separator, nothing }

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  mutating func parse(allowsSeveral: Bool) {
    let bytes = self.bytes
    bytes.withUnsafeBufferPointer { scan($0, allowsSeveral: allowsSeveral) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, allowsSeveral: Bool) {
    // Locals: state in properties costs a third of the speed.
    let count = bytes.count
    var tape: [JSONEntry] = []
    var room = min(count / 2 + 8, 4096)
    tape.reserveCapacity(room)
    var roots: [UInt32] = []
    var open: [UInt32] = []
    var inObject = false
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var expectation = Expectation.value

    scanning: while true {
      while position < count, JSONByte.isBlank(bytes[position]) { position += 1 }
      guard position < count else { break }
      let byte = bytes[position]
      if tape.count == room {
        // As many entries as the text will have if it goes on like this: doubling would hold twice as much for a while.
        // Not many times what there is, since a text may begin with many small values and go on with a few large ones.
        let expected = Int(Double(room) / Double(position) * Double(count) * 1.05) + 64
        room = max(room + room / 4, min(expected, room * 64))
        tape.reserveCapacity(room)
      }

      switch expectation {
      case .nothing where !allowsSeveral:
        fault = .jsonTextAfterValue(found(position), at: range(position, position + 1))
        break scanning

      case .separator:
        if byte == UInt8(ascii: ",") {
          expectation = inObject ? .key : .value
          position += 1
          continue scanning
        }
        guard byte == (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          fault = separatorFault(position, inObject: inObject)
          break scanning
        }

      case .key, .keyOrEnd:
        if byte == UInt8(ascii: "\"") {
          guard let entry = JSONParser.plainString(bytes, at: position) ?? string(at: position) else { break scanning }
          tape.append(entry)
          position = Int(entry.end)
          while position < count, JSONByte.isBlank(bytes[position]) { position += 1 }
          guard position < count, bytes[position] == UInt8(ascii: ":") else {
            fault = .jsonMissingColon(found(position), at: range(position, position + 1))
            break scanning
          }
          position += 1
          expectation = .value
          continue scanning
        }
        guard byte == UInt8(ascii: "}"), expectation == .keyOrEnd else {
          fault = keyFault(position)
          break scanning
        }

      case .value, .elementOrEnd, .nothing:
        if byte == UInt8(ascii: "]"), expectation == .elementOrEnd { break }
        if open.isEmpty { roots.append(UInt32(truncatingIfNeeded: tape.count)) }
        switch byte {
        case UInt8(ascii: "\""):
          guard let entry = JSONParser.plainString(bytes, at: position) ?? string(at: position) else { break scanning }
          tape.append(entry)
          position = Int(entry.end)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard open.count < Self.nestingBound else {
            fault = .jsonNestedTooDeeply(at: range(position, position + 1))
            break scanning
          }
          open.append(UInt32(truncatingIfNeeded: tape.count))
          tape.append(JSONEntry(start: UInt32(truncatingIfNeeded: position), end: 0, link: 0))
          inObject = byte == UInt8(ascii: "{")
          expectation = inObject ? .keyOrEnd : .elementOrEnd
          position += 1
          continue scanning
        default:
          guard let entry = JSONParser.digits(bytes, at: position) ?? scalar(at: position) else { break scanning }
          tape.append(entry)
          position = Int(entry.end)
        }
        expectation = open.isEmpty ? .nothing : .separator
        continue scanning
      }

      // A closing bracket of the innermost container.
      guard let container = open.popLast() else { break }
      position += 1
      tape[Int(container)].end = UInt32(truncatingIfNeeded: position)
      tape[Int(container)].link = UInt32(truncatingIfNeeded: tape.count)
      if let outer = open.last {
        inObject = bytes[Int(tape[Int(outer)].start)] == UInt8(ascii: "{")
        expectation = .separator
      } else {
        expectation = .nothing
      }
    }

    if fault == nil {
      if let container = open.last {
        let start = Int(tape[Int(container)].start)
        fault = .jsonUnclosed(
          bytes[start] == UInt8(ascii: "{") ? "{" : "[", at: range(count, count),
          opened: range(start, start + 1))
      } else if roots.isEmpty, !allowsSeveral {
        fault = .jsonEmpty(at: range(count, count))
      }
    }
    self.tape = tape
    self.roots = roots
  }
}

// MARK: - Values without parts

extension JSONParser {
  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(start, min(end, bytes.count), source: source.id)
  }

  /// A string of printable ASCII without escapes, as nearly all are: eight bytes at a time. Nil for any other one.
  @inline(__always)
  private static func plainString(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> JSONEntry? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start + 1
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ ones &* 0x22
      let slashes = word ^ ones &* 0x5C
      // The lowest bit set is right: a borrow reaches only the bytes above one that counts.
      let ends =
        ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word | word) & tops
      if ends != 0 {
        index += ends.trailingZeroBitCount / 8
        guard bytes[index] == UInt8(ascii: "\"") else { return nil }
        return JSONEntry(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index + 1), link: 0)
      }
      index += 8
    }
    return nil
  }

  /// A number of digits alone that does not begin with 0 and does not end the text; nil for any other value.
  @inline(__always)
  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> JSONEntry? {
    guard bytes[start] &- UInt8(ascii: "1") < 9 else { return nil }
    var index = start + 1
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "}") else {
      return nil
    }
    return JSONEntry(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), link: 0)
  }

  private mutating func string(at start: Int) -> JSONEntry? {
    let bytes = self.bytes
    var hasEscapes: UInt32 = 0
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        return JSONEntry(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index + 1), link: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = 1
        guard index + 1 < bytes.count else { break }
        let letter = bytes[index + 1]
        if letter == UInt8(ascii: "u") {
          guard JSONStringEscapes.hexadecimal(bytes, at: index + 2) != nil else {
            return fail(.jsonEscape(text(index, index + 6), at: range(index, index + 6)))
          }
          index += 6
        } else {
          guard JSONStringEscapes.plain(letter) != 0 else {
            return fail(.jsonEscape(text(index, index + 2), at: range(index, index + 2)))
          }
          index += 2
        }
      } else if byte < 0x20 {
        return fail(.jsonControlCharacter(byte, at: range(index, index + 1), opened: range(start, start + 1)))
      } else if byte < 0x80 {
        index += 1
      } else {
        guard let length = JSONByte.sequenceLength(bytes, at: index) else {
          return fail(.jsonNotUTF8(byte, at: range(index, index + 1)))
        }
        index += length
      }
    }
    return fail(.jsonUnclosed("\"", at: range(bytes.count, bytes.count), opened: range(start, start + 1)))
  }

  private mutating func scalar(at start: Int) -> JSONEntry? {
    let word: StaticString? =
      switch bytes[start] {
      case UInt8(ascii: "t"): "true"
      case UInt8(ascii: "f"): "false"
      case UInt8(ascii: "n"): "null"
      default: nil
      }
    if let word {
      let end = start + word.utf8CodeUnitCount
      guard end <= bytes.count,
        word.withUTF8Buffer({ $0.elementsEqual(bytes[start..<end]) }), !JSONByte.isWord(bytes, at: end)
      else { return wordFault(at: start) }
      return success(start, end)
    }
    if bytes[start] == UInt8(ascii: "-") || JSONByte.isDigit(bytes, at: start) { return number(at: start) }
    return JSONByte.isWord(bytes, at: start) ? wordFault(at: start) : fail(valueFault(start))
  }

  private mutating func number(at start: Int) -> JSONEntry? {
    var index = start
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = index
    while JSONByte.isDigit(bytes, at: index) { index += 1 }
    var isWellFormed = index > whole && (bytes[whole] != UInt8(ascii: "0") || index == whole + 1)
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      while JSONByte.isDigit(bytes, at: index) { index += 1 }
      isWellFormed = isWellFormed && index > fraction
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      let exponent = index
      while JSONByte.isDigit(bytes, at: index) { index += 1 }
      isWellFormed = isWellFormed && index > exponent
    }
    guard isWellFormed, !JSONByte.isWord(bytes, at: index) else {
      while JSONByte.isWord(bytes, at: index) || (index < bytes.count && bytes[index] == UInt8(ascii: ".")) {
        index += 1
      }
      return fail(.jsonMalformedNumber(text(start, index), at: range(start, index)))
    }
    return success(start, index)
  }

  private func success(_ start: Int, _ end: Int) -> JSONEntry? {
    JSONEntry(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), link: 0)
  }

  private mutating func fail(_ diagnostic: Diagnostic) -> JSONEntry? {
    fault = diagnostic
    return nil
  }
}

// MARK: - Choosing the words

extension JSONParser {
  private func text(_ start: Int, _ end: Int) -> String { source.text(in: range(start, end)) }

  /// How messages call what stands at a place.
  private func found(_ position: Int) -> String {
    guard position < bytes.count else { return "the end of the text" }
    guard let length = JSONByte.sequenceLength(bytes, at: position), bytes[position] >= 0x20 else {
      return "byte 0x" + JSONByte.hexadecimal(bytes[position])
    }
    return "\"" + text(position, position + length) + "\""
  }

  private mutating func wordFault(at start: Int) -> JSONEntry? {
    var end = start
    while JSONByte.isWord(bytes, at: end) { end += 1 }
    return fail(.jsonUnknownWord(text(start, max(end, start + 1)), at: range(start, max(end, start + 1))))
  }

  private func valueFault(_ position: Int) -> Diagnostic {
    let place = range(position, position + 1)
    let byte = bytes[position]
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"), let comma = commaBefore(position) {
      return .jsonTrailingComma(before: found(position), at: comma)
    }
    return .jsonMissingValue(found(position), at: place, help: commentHelp(byte))
  }

  private func keyFault(_ position: Int) -> Diagnostic {
    let byte = bytes[position]
    if byte == UInt8(ascii: "}"), let comma = commaBefore(position) {
      return .jsonTrailingComma(before: found(position), at: comma)
    }
    return .jsonMissingKey(found(position), at: range(position, position + 1), help: commentHelp(byte))
  }

  private func separatorFault(_ position: Int, inObject: Bool) -> Diagnostic {
    .jsonMissingSeparator(
      found(position), closing: inObject ? "}" : "]", at: range(position, position + 1),
      help: commentHelp(bytes[position]))
  }

  private func commaBefore(_ position: Int) -> SourceRange? {
    var index = position - 1
    while index >= 0, JSONByte.isBlank(bytes[index]) { index -= 1 }
    guard index >= 0, bytes[index] == UInt8(ascii: ",") else { return nil }
    return range(index, index + 1)
  }

  private func commentHelp(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments"
    case UInt8(ascii: "'"): "text stands in double quotes"
    default: nil
    }
  }
}
