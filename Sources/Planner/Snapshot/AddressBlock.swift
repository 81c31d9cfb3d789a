import HCLParser

/// A block of network addresses: `203.0.113.0/24`, `2001:db8::/32`, or one address.
struct AddressBlock: Sendable, Hashable {
  private var address: Address
  private var prefixLength: Int

  /// Nil where the text is no address with an optional prefix length. Blanks do not matter.
  init?(_ text: String) {
    let parts = text.filter { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let address = Address(first) else { return nil }
    self.address = address
    prefixLength = address.width
    guard parts.count == 2 else { return }
    guard let length = Int(parts[1]), length >= 0, length <= address.width else { return nil }
    prefixLength = length
  }

  /// Whether an address lies in the block.
  func contains(_ text: String) -> Bool {
    guard let other = Address(text), other.width == address.width else { return false }
    // A shift by the whole width leaves nothing, which is what a prefix of no length asks for.
    return (address.bits ^ other.bits) >> UInt128(address.width - prefixLength) == 0
  }
}
