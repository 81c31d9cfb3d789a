/// A set of characters: ranges of code points, and general categories of Unicode.
struct PatternCharacters: Sendable {
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// One bit per general category; a character of any of them belongs to the set.
  private(set) var categories: UInt32 = 0
  var isNegated = false
  /// Sealed sets: a character outside any of them belongs to this one.
  private var excluded: [PatternCharacters] = []
  /// Whether a character belongs to the set if its other case does.
  var ignoresCase = false
  /// What `contains` answers for ASCII, filled in by `sealed`.
  private var asciiLow: UInt64 = 0
  private var asciiHigh: UInt64 = 0

  static let last: UInt32 = 0x10FFFF

  init() {}
  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  static let all = PatternCharacters([0...last]).sealed
  static let allButNewline = PatternCharacters([0...0x09, 0x0B...last]).sealed

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
  mutating func insert(categories mask: UInt32) { categories |= mask }
  mutating func insert(contentsOf others: [ClosedRange<UInt32>]) { ranges += others }

  /// Everything outside some ranges and categories. Where case is ignored, what has another case in them is not outside.
  mutating func insert(outside ranges: [ClosedRange<UInt32>] = [], categories: UInt32 = 0) {
    guard ignoresCase else {
      if categories != 0 { self.categories |= PatternCategory.every & ~categories }
      if !ranges.isEmpty { self.ranges += PatternCharacters.complement(of: ranges) }
      return
    }
    var inside = PatternCharacters(ranges)
    inside.categories = categories
    inside.ignoresCase = true
    excluded.append(inside.sealed)
  }

  /// The set made ready for questions: ranges sorted and joined, answers for ASCII computed.
  var sealed: PatternCharacters {
    var result = self
    result.ranges = Self.joined(ranges)
    for value in UInt32(0)..<128 where result.searched(value) {
      if value < 64 { result.asciiLow |= 1 << UInt64(value) } else { result.asciiHigh |= 1 << UInt64(value - 64) }
    }
    return result
  }

  /// Whether a sealed set has the character.
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return asciiLow >> UInt64(value) & 1 == 1 }
    if value < 128 { return asciiHigh >> UInt64(value - 64) & 1 == 1 }
    return searched(value)
  }

  private func searched(_ value: UInt32) -> Bool {
    var found = has(value)
    if !found, ignoresCase {
      found = PatternCase.variants(of: value).contains { has($0) }
    }
    if !found, !excluded.isEmpty { found = excluded.contains { !$0.contains(value) } }
    return found != isNegated
  }

  private func has(_ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value {
        low = middle + 1
      } else if ranges[middle].lowerBound > value {
        high = middle
      } else {
        return true
      }
    }
    guard categories != 0, let scalar = Unicode.Scalar(value) else { return false }
    return categories & PatternCategory.mask(of: scalar.properties.generalCategory) != 0
  }

  private static func joined(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let previous = result.last, range.lowerBound <= previous.upperBound &+ 1 {
        result[result.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// All code points outside some ranges.
  static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in joined(ranges) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound &+ 1
    }
    if next <= last { result.append(next...last) }
    return result
  }
}

/// Characters that are one letter in different cases.
enum PatternCase {
  /// The other cases of a character.
  static func variants(of value: UInt32) -> [UInt32] {
    for orbit in orbits where orbit.contains(value) { return orbit.filter { $0 != value } }
    guard let scalar = Unicode.Scalar(value) else { return [] }
    var result: [UInt32] = []
    for other in [scalar.simpleLowercase.value, scalar.simpleUppercase.value, scalar.simpleTitlecase.value]
    where other != value && !result.contains(other) {
      result.append(other)
    }
    return result
  }

  /// Letters with more than two forms, or with forms that the case mappings do not lead back from.
  private static let orbits: [[UInt32]] = [
    [0x4B, 0x6B, 0x212A], [0x53, 0x73, 0x17F], [0xC5, 0xE5, 0x212B], [0xB5, 0x39C, 0x3BC], [0xDF, 0x1E9E],
    [0x345, 0x399, 0x3B9, 0x1FBE], [0x392, 0x3B2, 0x3D0], [0x395, 0x3B5, 0x3F5], [0x398, 0x3B8, 0x3D1, 0x3F4],
    [0x39A, 0x3BA, 0x3F0], [0x3A0, 0x3C0, 0x3D6], [0x3A1, 0x3C1, 0x3F1], [0x3A3, 0x3C2, 0x3C3],
    [0x3A6, 0x3C6, 0x3D5], [0x3A9, 0x3C9, 0x2126], [0x1E60, 0x1E61, 0x1E9B], [0x412, 0x432, 0x1C80],
    [0x414, 0x434, 0x1C81], [0x41E, 0x43E, 0x1C82], [0x421, 0x441, 0x1C83], [0x422, 0x442, 0x1C84, 0x1C85],
    [0x42A, 0x44A, 0x1C86], [0x462, 0x463, 0x1C87], [0xA64A, 0xA64B, 0x1C88], [0x49, 0x69], [0x130], [0x131],
    [0x1C4, 0x1C5, 0x1C6], [0x1C7, 0x1C8, 0x1C9], [0x1CA, 0x1CB, 0x1CC], [0x1F1, 0x1F2, 0x1F3],
  ]
}

/// The general categories by the names that patterns use.
enum PatternCategory {
  static let every: UInt32 = (1 << 30) - 1

  /// The bits of a category or of a family of categories: `Lu`, `L`.
  static func mask(named name: String) -> UInt32? {
    if name.utf8.count == 2 { return names.firstIndex(of: name).map { 1 << UInt32($0) } }
    var mask: UInt32 = 0
    for (index, candidate) in names.enumerated() where candidate.hasPrefix(name) { mask |= 1 << UInt32(index) }
    return name.utf8.count == 1 && mask != 0 ? mask : nil
  }

  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
  ]

  static func mask(of category: Unicode.GeneralCategory) -> UInt32 {
    let index: UInt32 =
      switch category {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .mathSymbol: 18
      case .currencySymbol: 19
      case .modifierSymbol: 20
      case .otherSymbol: 21
      case .spaceSeparator: 22
      case .lineSeparator: 23
      case .paragraphSeparator: 24
      case .control: 25
      case .format: 26
      case .surrogate: 27
      case .privateUse: 28
      case .unassigned: 29
      @unknown default: 29
      }
    return 1 << index
  }
}
