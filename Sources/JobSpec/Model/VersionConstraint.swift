/// What a `version` or `semver` constraint asks: `>= 1.2, < 2`. All terms have to hold.
public struct VersionConstraint: Sendable, Hashable {
  /// The constraint operator whose rules apply.
  public enum Flavour: Sendable, Hashable {
    /// Knows `~>`; a pre-release satisfies an ordering only where the term names one of the same numbers.
    case version
    /// No `~>`; pre-releases are ordered like any other version.
    case semver
  }

  struct Term: Sendable, Hashable {
    var comparison: Comparison
    var version: VersionNumber
    /// `~>` looks at how many numbers were written, which equality of versions does not.
    var writtenSegments: Int
  }

  enum Comparison: String, Sendable, CaseIterable {
    // Longer spellings first: the first prefix that fits is the operator.
    case notEqual = "!="
    case atLeast = ">="
    case atMost = "<="
    case pessimistic = "~>"
    case equal = "="
    case above = ">"
    case below = "<"
  }

  let flavour: Flavour
  let terms: [Term]

  /// Nil where a term is malformed; `malformedTerm` says which.
  public init?(_ text: String, flavour: Flavour) {
    var terms: [Term] = []
    for piece in VersionConstraint.pieces(text) {
      guard let term = VersionConstraint.term(piece, flavour: flavour) else { return nil }
      terms.append(term)
    }
    self.flavour = flavour
    self.terms = terms
  }

  /// The first term of a constraint list that cannot be read; nil where all can.
  public static func malformedTerm(in text: String, flavour: Flavour) -> String? {
    pieces(text).first { term($0, flavour: flavour) == nil }.map { String(decoding: trimmed($0[...]), as: UTF8.self) }
  }

  /// Whether `version` satisfies every term.
  public func isSatisfied(by version: VersionNumber) -> Bool {
    terms.allSatisfy { $0.isSatisfied(by: version, flavour: flavour) }
  }

  private static func pieces(_ text: String) -> [[UInt8]] {
    Array(text.utf8).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(Array.init)
  }

  private static func trimmed(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D && $0 != 0x0B) }
    var piece = piece.drop(while: isBlank)
    while let last = piece.last, isBlank(last) { piece = piece.dropLast() }
    return piece
  }

  private static func term(_ piece: [UInt8], flavour: Flavour) -> Term? {
    var rest = trimmed(piece[...])
    var comparison = Comparison.equal
    if let written = Comparison.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) }) {
      comparison = written
      rest = trimmed(rest.dropFirst(written.rawValue.utf8.count))
    }
    if flavour == .semver, comparison == .pessimistic { return nil }
    let form: VersionNumber.Form = flavour == .semver ? .strict : .loose
    guard let version = VersionNumber(String(decoding: rest, as: UTF8.self), form: form) else { return nil }
    return Term(comparison: comparison, version: version, writtenSegments: version.writtenSegments)
  }
}

extension VersionConstraint.Term {
  func isSatisfied(by candidate: VersionNumber, flavour: VersionConstraint.Flavour) -> Bool {
    switch comparison {
    case .equal: return candidate == version
    case .notEqual: return candidate != version
    case .above: return admits(candidate, flavour) && candidate > version
    case .below: return admits(candidate, flavour) && candidate < version
    case .atLeast: return admits(candidate, flavour) && candidate >= version
    case .atMost: return admits(candidate, flavour) && candidate <= version
    case .pessimistic: return admits(candidate, flavour) && isPessimisticallySatisfied(by: candidate)
    }
  }

  /// The `version` flavour's exclusion of pre-releases that the term does not speak of.
  private func admits(_ candidate: VersionNumber, _ flavour: VersionConstraint.Flavour) -> Bool {
    guard flavour == .version, !candidate.prerelease.isEmpty else { return true }
    return !version.prerelease.isEmpty && version.segments == candidate.segments
  }

  /// `~> 1.2.3`: at least 1.2.3, and all written numbers but the last are the same.
  private func isPessimisticallySatisfied(by candidate: VersionNumber) -> Bool {
    if !version.prerelease.isEmpty, candidate.prerelease.isEmpty { return false }
    guard candidate >= version, candidate.segments.count >= version.segments.count else { return false }
    let fixed = writtenSegments - 1
    return candidate.segments.prefix(fixed).elementsEqual(version.segments.prefix(fixed))
      && candidate.segments[fixed] >= version.segments[fixed]
  }
}
