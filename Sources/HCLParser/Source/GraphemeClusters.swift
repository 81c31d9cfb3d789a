/// Characters as people see them, as the reference counts them: by the rules of Unicode 15.
///
/// The standard library follows later rules, which join a consonant of the Indic scripts to the one before it where a
/// virama stands between them. That is taken apart again here; all else is the same.
extension String {
  /// How many characters the text shows.
  package var clusterCount: Int { mayHoldConjuncts ? clusters.count : count }

  /// The first characters, or all where there are fewer.
  func firstClusters(_ number: Int) -> String {
    mayHoldConjuncts ? clusters.prefix(number).joined() : String(prefix(number))
  }

  /// What follows the first characters.
  func withoutFirstClusters(_ number: Int) -> String {
    mayHoldConjuncts ? clusters.dropFirst(number).joined() : String(dropFirst(number))
  }

  var reversedByCluster: String {
    mayHoldConjuncts ? clusters.reversed().joined() : String(reversed())
  }

  /// Scripts with conjuncts take three bytes and more for a letter.
  private var mayHoldConjuncts: Bool { utf8.contains { $0 >= 0xE0 } }

  private var clusters: [Substring] {
    var result: [Substring] = []
    var start = startIndex
    while start < endIndex {
      let end = index(after: start)
      var from = start
      var previous: Unicode.Scalar?
      var position = start
      while position < end {
        let scalar = unicodeScalars[position]
        if let previous, previous.joinsConsonants, scalar.mayBeConsonant {
          result.append(self[from..<position])
          from = position
        }
        previous = scalar
        position = unicodeScalars.index(after: position)
      }
      result.append(self[from..<end])
      start = end
    }
    return result
  }
}

extension Unicode.Scalar {
  /// A virama, or what may stand between it and the consonant after it.
  fileprivate var joinsConsonants: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: value == 0x200D
    }
  }

  /// A letter that is no vowel sign: two signs, of Thai and Lao, count as letters elsewhere.
  fileprivate var mayBeConsonant: Bool {
    properties.generalCategory == .otherLetter && value != 0xE33 && value != 0xEB3
  }
}
