/// The literal texts of one template as they are meant, in order.
///
/// Escapes and doubled marks are decoded, strip marks obeyed, the common indentation of `<<-` is gone.
struct TemplateText {
  /// Numbers of the literal tokens, ascending.
  private(set) var tokens: [Int] = []
  private(set) var texts: [ArraySlice<UInt8>] = []

  init(_ template: NodeReference) {
    let storage = template.storage
    var pieces: [ArraySlice<UInt8>?] = []
    pieces.reserveCapacity(template.endToken - template.firstToken)
    tokens.reserveCapacity(template.endToken - template.firstToken)
    var number = template.firstToken + 1
    while number < template.endToken {
      let token = storage.tokens[number]
      switch token.kind {
      case .quotedText, .heredocText:
        tokens.append(number)
        pieces.append(storage.literalText(number))
      case .interpolationStart, .directiveStart:
        pieces.append(nil)
        number = TemplateText.sequenceEnd(storage.tokens, number, template.endToken)
      default: break
      }
      number += 1
    }
    if template.flags.contains(.isFlush) { HeredocIndent.remove(from: &pieces) }
    texts = pieces.compactMap { $0 }
  }

  /// The number of the token that ends the sequence which begins at `start`.
  private static func sequenceEnd(_ tokens: [Token], _ start: Int, _ limit: Int) -> Int {
    var open = 0
    var number = start
    while number < limit {
      switch tokens[number].kind {
      case .interpolationStart, .directiveStart: open += 1
      case .sequenceEnd:
        open -= 1
        if open == 0 { return number }
      default: break
      }
      number += 1
    }
    return number
  }

  func text(ofToken number: Int) -> ArraySlice<UInt8> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low] == number ? texts[low] : []
  }

  var joined: String {
    var all: [UInt8] = []
    all.reserveCapacity(texts.reduce(0) { $0 + $1.count })
    for text in texts { all += text }
    return String(decoding: all, as: UTF8.self)
  }
}

extension SyntaxStorage {
  /// The decoded text of a literal token, cut where a strip mark next to it says so.
  fileprivate func literalText(_ number: Int) -> ArraySlice<UInt8> {
    let token = tokens[number]
    var text = decoded(token)
    if number + 1 < tokens.count, tokens[number + 1].stripsBefore {
      text.removeLast(text.count - HeredocIndent.lengthWithoutTrailingSpace(text))
    }
    if number > 0, tokens[number - 1].stripsAfter { text.removeFirst(HeredocIndent.leadingSpace(text)) }
    return text
  }

  /// A piece of the source itself where that says what is meant.
  private func decoded(_ token: Token) -> ArraySlice<UInt8> {
    let bytes = source.bytes[token.start..<min(token.end, source.bytes.count)]
    if token.notes.isDisjoint(with: [.hasBackslash, .hasDoubledMark]) { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    StringEscapes.decode(bytes, escapes: token.kind == .quotedText, into: &text)
    return text[...]
  }

  /// The text of the quoted text tokens from `first` up to `end`.
  func quotedText(from first: Int, to end: Int) -> String {
    guard first < end else { return "" }
    // Nearly always one token without escapes.
    if tokens[first].kind == .quotedText, first + 2 >= end,
      tokens[first].notes.isDisjoint(with: [.hasBackslash, .hasDoubledMark])
    {
      return text(ofToken: first)
    }
    var text: [UInt8] = []
    for number in first..<end where tokens[number].kind == .quotedText { text += decoded(tokens[number]) }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Token {
  /// True for `${~` and `%{~`.
  var stripsBefore: Bool { (kind == .interpolationStart || kind == .directiveStart) && count == 3 }
  /// True for `~}`.
  var stripsAfter: Bool { kind == .sequenceEnd && count == 2 }
}
