/// An address of the Internet protocol, version 4 or 6.
package struct Address: Sendable, Hashable {
  /// The address as a number.
  package var bits: UInt128
  /// 32 or 128.
  package var width: Int

  var family: String { width == 32 ? "IPv4" : "IPv6" }

  init(bits: UInt128, width: Int) {
    self.bits = bits
    self.width = width
  }

  /// Nil where the text is no address. Zones are none of our business, and leading zeros are refused, as in Go.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: ":")) {
      guard let bits = Address.version6(bytes) else { return nil }
      self.init(bits: bits, width: 128)
    } else {
      guard let bits = Address.version4(bytes[...]) else { return nil }
      self.init(bits: UInt128(bits), width: 32)
    }
  }

  private static func version4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
      var value: UInt32 = 0
      for byte in part {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
      }
      guard value < 256 else { return nil }
      bits = bits << 8 | value
    }
    return bits
  }

  private static func version6(_ bytes: [UInt8]) -> UInt128? {
    var groups: [UInt16] = []
    var gap: Int?
    var position = 0
    let colon = UInt8(ascii: ":")
    if bytes.starts(with: [colon, colon]) {
      gap = 0
      position = 2
    }
    while position < bytes.count {
      guard groups.count < 8 else { return nil }
      var end = position
      while end < bytes.count, bytes[end] != colon { end += 1 }
      let part = bytes[position..<end]
      if part.contains(UInt8(ascii: ".")) {
        // The last 32 bits may be written as version 4.
        guard end == bytes.count, groups.count <= 6, let low = version4(part) else { return nil }
        groups += [UInt16(low >> 16), UInt16(truncatingIfNeeded: low)]
        position = end
        break
      }
      guard (1...4).contains(part.count) else { return nil }
      var value: UInt16 = 0
      for byte in part {
        guard let figure = byte.hexadecimalValue else { return nil }
        value = value << 4 | UInt16(figure)
      }
      groups.append(value)
      position = end
      guard position < bytes.count else { break }
      position += 1
      guard position < bytes.count else { return nil }
      if bytes[position] == colon {
        guard gap == nil else { return nil }
        gap = groups.count
        position += 1
      }
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    return groups.reduce(0) { $0 << 16 | UInt128($1) }
  }
}

extension Address: CustomStringConvertible {
  /// The text form as Go writes it: the longest row of zero groups of version 6 shrunk (RFC 5952).
  package var description: String {
    if width == 32 || bits >> 32 == 0xFFFF {
      return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: bits >> UInt128($0))) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    var longest = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > longest.count, end - start >= 2 { longest = start..<end }
      start = max(end, start + 1)
    }
    func text(_ groups: ArraySlice<UInt16>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if longest.isEmpty { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }
}

/// An address with the length of a prefix: all addresses that begin like it.
struct AddressRange: Sendable {
  /// The first address.
  var base: Address
  var prefixLength: Int

  init(parsing text: String) throws(FunctionFailure) {
    let refusal = FunctionFailure("invalid CIDR expression: invalid CIDR address: \(text)", argument: 0)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = Address(parts[0]), let length = Self.length(parts[1]),
      length <= address.width
    else { throw refusal }
    prefixLength = length
    base = address
    base.bits &= mask.bits
  }

  private static func length(_ text: Substring) -> Int? {
    let isPlain = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isPlain ? Int(text) : nil
  }

  /// Ones as long as the prefix, then zeros.
  var mask: Address {
    let ones: UInt128 = base.width == 32 ? 0xFFFF_FFFF : .max
    let free = base.width - prefixLength
    return Address(bits: free >= 128 ? 0 : (ones >> UInt128(free)) << UInt128(free), width: base.width)
  }
}
