/// Classes of characters and escapes.
extension PatternParser {
  /// `[…]`.
  mutating func characterClass() throws(Pattern.Fault) -> PatternCharacters {
    let start = position
    var set = PatternCharacters()
    set.ignoresCase = flags.ignoresCase
    position += 1
    if current == "^" {
      set.isNegated = true
      position += 1
    }
    var isFirst = true
    while isFirst || current != "]" {
      guard let scalar = current else { throw fault("missing closing ]", from: start, to: scalars.count) }
      isFirst = false
      if scalar == "[", peek(1) == ":", try namedClass(into: &set) { continue }
      if scalar == "\\", try classEscape(into: &set) { continue }
      let rangeStart = position
      let low = try classScalar(from: start)
      var high = low
      if current == "-", let next = peek(1), next != "]" {
        position += 1
        high = try classScalar(from: start)
        guard low <= high else { throw fault("invalid character class range", from: rangeStart) }
      }
      set.insert(low.value...high.value)
    }
    position += 1
    return set.sealed
  }

  private mutating func classScalar(from start: Int) throws(Pattern.Fault) -> Unicode.Scalar {
    guard let scalar = current else { throw fault("missing closing ]", from: start, to: scalars.count) }
    if scalar == "\\" { return try escapedScalar() }
    position += 1
    return scalar
  }

  /// `[:alpha:]`, `[:^alpha:]`. False where no `:]` follows at all.
  private mutating func namedClass(into set: inout PatternCharacters) throws(Pattern.Fault) -> Bool {
    var end = position + 2
    while end + 1 < scalars.count, !(scalars[end] == ":" && scalars[end + 1] == "]") { end += 1 }
    guard end + 1 < scalars.count else { return false }
    var name = String(String.UnicodeScalarView(scalars[(position + 2)..<end]))
    let isNegated = name.hasPrefix("^")
    if isNegated { name.removeFirst() }
    guard let ranges = Self.named(name) else {
      throw fault("invalid character class range", from: position, to: end + 2)
    }
    position = end + 2
    if isNegated { set.insert(outside: ranges) } else { set.insert(contentsOf: ranges) }
    return true
  }

  private static func named(_ name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": [0x41...0x5A, 0x61...0x7A]
    case "ascii": [0...0x7F]
    case "blank": [0x09...0x09, 0x20...0x20]
    case "cntrl": [0...0x1F, 0x7F...0x7F]
    case "digit": digits
    case "graph": [0x21...0x7E]
    case "lower": [0x61...0x7A]
    case "print": [0x20...0x7E]
    case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": [0x09...0x0D, 0x20...0x20]
    case "upper": [0x41...0x5A]
    case "word": word
    case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: nil
    }
  }

  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
  /// Without the vertical tab, unlike `[:space:]`.
  private static let blanks: [ClosedRange<UInt32>] = [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]

  /// `\d`, `\pL` and the like. False where another escape stands.
  mutating func classEscape(into set: inout PatternCharacters) throws(Pattern.Fault) -> Bool {
    switch peek(1) {
    case "d": set.insert(contentsOf: Self.digits)
    case "D": set.insert(outside: Self.digits)
    case "w": set.insert(contentsOf: Self.word)
    case "W": set.insert(outside: Self.word)
    case "s": set.insert(contentsOf: Self.blanks)
    case "S": set.insert(outside: Self.blanks)
    case "p", "P":
      try unicodeClass(into: &set)
      return true
    default: return false
    }
    position += 2
    return true
  }

  /// `\pL`, `\p{Lu}`, `\p{Greek}`, `\p{^L}`, and with a capital P all others.
  private mutating func unicodeClass(into set: inout PatternCharacters) throws(Pattern.Fault) {
    let start = position
    var isNegated = peek(1) == "P"
    position += 2
    var name = ""
    if current == "{" {
      position += 1
      while let scalar = current, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard current == "}" else { throw fault("invalid character class range", from: start, to: scalars.count) }
    } else if let scalar = current {
      name.unicodeScalars.append(scalar)
    }
    position += 1
    if name.hasPrefix("^") {
      isNegated.toggle()
      name.removeFirst()
    }
    if name == "Any" {
      if !isNegated { set.insert(0...PatternCharacters.last) }
    } else if let mask = PatternCategory.mask(named: name) {
      if isNegated { set.insert(outside: [], categories: mask) } else { set.insert(categories: mask) }
    } else if let ranges = PatternScripts.ranges(named: name) {
      if isNegated { set.insert(outside: ranges) } else { set.insert(contentsOf: ranges) }
    } else {
      throw fault("invalid character class range", from: start)
    }
  }

  /// The character that an escape stands for.
  mutating func escapedScalar() throws(Pattern.Fault) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let scalar = current else {
      throw Pattern.Fault("error parsing regexp: trailing backslash at end of expression: ``")
    }
    position += 1
    func isOctal(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."7").contains($0) } ?? false }
    switch scalar {
    case "a": return "\u{7}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": return try hexadecimalScalar(from: start)
    case "0"..."7":
      // One figure other than 0 would be a back reference, which RE2 lacks.
      guard scalar == "0" || isOctal(current) else { break }
      var value = scalar.value - 0x30
      for _ in 0..<2 {
        guard let next = current, isOctal(next) else { break }
        value = value * 8 + next.value - 0x30
        position += 1
      }
      return Unicode.Scalar(value) ?? "\u{FFFD}"
    default:
      if scalar.isASCII, scalar == "_" || scalar.separatesWords { return scalar }
    }
    throw fault("invalid escape sequence", from: start)
  }

  private mutating func hexadecimalScalar(from start: Int) throws(Pattern.Fault) -> Unicode.Scalar {
    func figure() -> UInt32? { current.flatMap { UInt8(exactly: $0.value)?.hexadecimalValue }.map(UInt32.init) }
    var value: UInt32 = 0
    if current == "{" {
      position += 1
      var count = 0
      while let next = figure() {
        value = value << 4 | next
        count += 1
        position += 1
        if value > PatternCharacters.last { throw fault("invalid escape sequence", from: start) }
      }
      guard current == "}", count > 0 else { throw fault("invalid escape sequence", from: start, to: position + 1) }
      position += 1
    } else {
      for _ in 0..<2 {
        guard let next = figure() else { throw fault("invalid escape sequence", from: start, to: position + 1) }
        value = value << 4 | next
        position += 1
      }
    }
    guard let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }
}
