/// A version as constraints compare it: `1.7.0`, `v2`, `1.2.3-rc.1+ent`.
///
/// Two versions are equal when neither sorts before the other: missing segments count as 0 and metadata counts for
/// nothing, so `1.2` equals `1.2.0+ent`.
public struct VersionNumber: Sendable {
  /// How a pre-release may be written.
  public enum Form: Sendable {
    /// The `version` operator's: a pre-release may stand directly after the numbers (`1.2beta`).
    case loose
    /// The `semver` operator's: a pre-release stands after a dash.
    case strict
  }

  /// The numbers, at least three: missing ones are 0.
  public let segments: [Int64]
  /// How many numbers were written; `~>` looks at it.
  public let writtenSegments: Int
  /// What stands between the numbers and the metadata, without its dash; empty for a release.
  public let prerelease: String
  /// What stands after `+`; no part of any comparison.
  public let metadata: String

  /// Nil where `text` is no version: no numbers, a number above 64 bits, or other characters.
  public init?(_ text: String, form: Form = .loose) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "v") { rest = rest.dropFirst() }
    var segments: [Int64] = []
    repeat {
      let digits = rest.prefix { VersionNumber.isDigit($0) }
      guard !digits.isEmpty, let number = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
      segments.append(number)
      rest = rest[digits.endIndex...]
      guard rest.first == UInt8(ascii: ".") else { break }
      rest = rest.dropFirst()
    } while true
    let parts = VersionNumber.split(rest)
    guard let prerelease = VersionNumber.prerelease(parts.prerelease, form: form) else { return nil }
    if let metadata = parts.metadata {
      guard VersionNumber.isDotted(metadata) else { return nil }
      self.metadata = String(decoding: metadata, as: UTF8.self)
    } else {
      self.metadata = ""
    }
    self.prerelease = prerelease
    writtenSegments = segments.count
    self.segments = segments + Array(repeating: 0, count: max(0, 3 - segments.count))
  }

  private static func split(_ rest: ArraySlice<UInt8>) -> (prerelease: ArraySlice<UInt8>, metadata: ArraySlice<UInt8>?)
  {
    guard let plus = rest.firstIndex(of: UInt8(ascii: "+")) else { return (rest, nil) }
    return (rest[..<plus], rest[(plus + 1)...])
  }

  /// The pre-release without its dash; empty for none, nil for a text that is none.
  private static func prerelease(_ text: ArraySlice<UInt8>, form: Form) -> String? {
    guard let first = text.first else { return "" }
    var body = text
    if first == UInt8(ascii: "-") {
      // A lone dash is a loose pre-release of its own.
      if text.count > 1 { body = text.dropFirst() } else if form == .strict { return nil }
    } else if form == .strict {
      return nil
    }
    return isDotted(body) ? String(decoding: body, as: UTF8.self) : nil
  }

  /// Whether the text is identifiers of letters, digits, dashes and tildes with dots between them.
  private static func isDotted(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}

extension VersionNumber: Comparable, Hashable {
  public static func == (left: VersionNumber, right: VersionNumber) -> Bool { left.order(to: right) == 0 }
  public static func < (left: VersionNumber, right: VersionNumber) -> Bool { left.order(to: right) < 0 }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(Array(trimmedSegments))
    hasher.combine(Array(prerelease.utf8))
  }

  /// The numbers without trailing zeros.
  private var trimmedSegments: ArraySlice<Int64> {
    var end = segments.count
    while end > 0, segments[end - 1] == 0 { end -= 1 }
    return segments[..<end]
  }

  /// -1, 0 or 1.
  private func order(to other: VersionNumber) -> Int {
    for index in 0..<max(segments.count, other.segments.count) {
      let left = index < segments.count ? segments[index] : 0
      let right = index < other.segments.count ? other.segments[index] : 0
      if left != right { return left < right ? -1 : 1 }
    }
    let (left, right) = (Array(prerelease.utf8), Array(other.prerelease.utf8))
    if left == right { return 0 }
    // A release sorts after its pre-releases.
    if left.isEmpty { return 1 }
    if right.isEmpty { return -1 }
    return VersionNumber.order(left, right)
  }

  private static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let dot = UInt8(ascii: ".")
    let (lefts, rights) = (left.split(separator: dot), right.split(separator: dot))
    for index in 0..<max(lefts.count, rights.count) {
      let part = order(
        ofPart: index < lefts.count ? lefts[index] : nil, to: index < rights.count ? rights[index] : nil)
      if part != 0 { return part }
    }
    return 0
  }

  /// Numbers sort before words. A missing part sorts before a number and, oddly, after a word: so does go-version.
  private static func order(ofPart left: ArraySlice<UInt8>?, to right: ArraySlice<UInt8>?) -> Int {
    let leftNumber = left.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    let rightNumber = right.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    guard let left else { return rightNumber != nil ? -1 : 1 }
    guard let right else { return leftNumber != nil ? 1 : -1 }
    if left.elementsEqual(right) { return 0 }
    switch (leftNumber, rightNumber) {
    case (nil, nil): return left.lexicographicallyPrecedes(right) ? -1 : 1
    case (nil, _): return 1
    case (_, nil): return -1
    case (let leftNumber?, let rightNumber?): return leftNumber == rightNumber ? 0 : leftNumber < rightNumber ? -1 : 1
    }
  }
}
