/// A block of network addresses: `203.0.113.0/24`, `2001:db8::/32`, or one address.
struct AddressBlock: Sendable, Hashable {
  private var bytes: [UInt8]
  private var prefixLength: Int

  /// Nil where the text is no address with an optional prefix length. Blanks around it do not matter.
  init?(_ text: String) {
    let trimmed = text.split(separator: " ", omittingEmptySubsequences: true).joined()
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let bytes = Self.addressBytes(String(first)) else { return nil }
    self.bytes = bytes
    guard parts.count == 2 else {
      prefixLength = bytes.count * 8
      return
    }
    guard let length = Int(parts[1]), length >= 0, length <= bytes.count * 8 else { return nil }
    prefixLength = length
  }

  /// Whether an address lies in the block.
  func contains(_ address: String) -> Bool {
    guard let other = Self.addressBytes(address), other.count == bytes.count else { return false }
    for bit in stride(from: 0, to: prefixLength, by: 8) {
      let width = min(8, prefixLength - bit)
      let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - width))
      if bytes[bit / 8] & mask != other[bit / 8] & mask { return false }
    }
    return true
  }

  /// Four or sixteen bytes, or nil where the text is no address.
  static func addressBytes(_ text: String) -> [UInt8]? {
    text.utf8.contains(UInt8(ascii: ":")) ? version6(text) : version4(text)
  }

  private static func version4(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let bytes = parts.compactMap { part in
      part.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? UInt8(String(part)) : nil
    }
    return bytes.count == 4 ? bytes : nil
  }

  private static func version6(_ text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    // `::` stands for as many zero groups as are missing; there is at most one.
    let gap = utf8.indices.dropLast().first {
      utf8[$0] == UInt8(ascii: ":") && utf8[$0 + 1] == UInt8(ascii: ":")
    }
    guard let gap else {
      let bytes = groups(utf8[...])
      return bytes?.count == 16 ? bytes : nil
    }
    guard let head = groups(utf8[..<gap]), let tail = groups(utf8[(gap + 2)...]), head.count + tail.count <= 14 else {
      return nil
    }
    return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  /// Groups between single colons; the last may be a version 4 address. No text is no group.
  private static func groups(_ utf8: ArraySlice<UInt8>) -> [UInt8]? {
    if utf8.isEmpty { return [] }
    var bytes: [UInt8] = []
    let parts = utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let text = String(decoding: part, as: UTF8.self)
      if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let tail = version4(text) else { return nil }
        bytes += tail
        continue
      }
      guard part.count >= 1, part.count <= 4,
        !part.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
        let group = UInt16(text, radix: 16)
      else { return nil }
      bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
    return bytes.count <= 16 ? bytes : nil
  }
}
