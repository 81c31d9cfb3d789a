import HCLParser

/// What makes a finding the same finding after lines above it came or went: its rule, file, words, and the text of its
/// line, without blanks. No line number.
struct Fingerprint: Hashable, Sendable {
  /// Sixteen hexadecimal digits.
  var text: String

  static func of(_ diagnostic: Diagnostic, _ file: String, _ places: inout SourcePlaces) -> Fingerprint {
    let place = places.place(of: diagnostic.range)
    let line = places.text(ofLine: place?.start.line ?? 1, in: diagnostic.range.source)
    // FNV-1a: this only tells findings apart, it guards nothing.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    add(diagnostic.rule.name.utf8)
    add(Path.tidied(place?.file ?? file).utf8)
    add(diagnostic.summary.utf8)
    add(line.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") })
    let digits = String(hash, radix: 16)
    return Fingerprint(text: String(repeating: "0", count: 16 - digits.count) + digits)
  }
}
