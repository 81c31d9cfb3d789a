/// An RSA key that can decrypt, read from the text forms in which such keys are kept.
struct RSAPrivateKey {
  private let modulus: Natural
  private let exponent: Natural
  /// Bytes of the modulus.
  private let size: Int

  enum Fault: Error {
    case noKey, encrypted, unsupported
  }

  /// Keys beyond this take too long; the usual ones have 2048 to 4096 bits.
  private static let bitBound = 16_384

  /// Reads a key in PEM armour: PKCS #1, PKCS #8, or OpenSSH's own form.
  static func parse(_ text: String) -> Result<RSAPrivateKey, Fault> {
    let lines = text.utf8.split(separator: 0x0A).map { line in
      String(decoding: line.filter { $0 != 0x0D && $0 != 0x20 }, as: UTF8.self)
    }
    for kind in ["RSAPRIVATEKEY", "PRIVATEKEY", "OPENSSHPRIVATEKEY"] {
      guard let start = lines.firstIndex(of: "-----BEGIN\(kind)-----"),
        let end = lines[start...].firstIndex(of: "-----END\(kind)-----")
      else { continue }
      let body = lines[(start + 1)..<end]
      if body.contains(where: { $0.hasPrefix("Proc-Type:") && $0.hasSuffix("ENCRYPTED") }) {
        return .failure(.encrypted)
      }
      guard let bytes = Base64.bytes(of: body.filter { !$0.utf8.contains(UInt8(ascii: ":")) }.joined()) else {
        return .failure(.noKey)
      }
      switch kind {
      case "RSAPRIVATEKEY": return plain(bytes)
      case "PRIVATEKEY": return wrapped(bytes)
      default: return openSSH(bytes)
      }
    }
    return .failure(.noKey)
  }

  private static func make(_ modulus: [UInt8], _ exponent: [UInt8]) -> Result<RSAPrivateKey, Fault> {
    let (n, d) = (natural(modulus), natural(exponent))
    guard n.isOdd, n.bitWidth <= bitBound, n.bitWidth >= 128, d.bitWidth <= bitBound else {
      return .failure(.unsupported)
    }
    return .success(RSAPrivateKey(modulus: n, exponent: d, size: (n.bitWidth + 7) / 8))
  }

  private static func natural(_ bytes: [UInt8]) -> Natural {
    var limbs: [UInt64] = []
    var limb: UInt64 = 0
    for (index, byte) in bytes.reversed().enumerated() {
      limb |= UInt64(byte) << UInt64(index % 8 * 8)
      if index % 8 == 7 {
        limbs.append(limb)
        limb = 0
      }
    }
    return Natural(limbs: limbs + [limb])
  }

  /// PKCS #1: a sequence of version, modulus, public exponent, private exponent, and parts that are not needed.
  private static func plain(_ bytes: [UInt8]) -> Result<RSAPrivateKey, Fault> {
    var outer = DERReader(bytes[...])
    guard let sequence = outer.element(tag: 0x30) else { return .failure(.noKey) }
    var reader = DERReader(sequence)
    guard reader.element(tag: 2) != nil, let modulus = reader.element(tag: 2), reader.element(tag: 2) != nil,
      let exponent = reader.element(tag: 2)
    else { return .failure(.noKey) }
    return make(Array(modulus), Array(exponent))
  }

  /// PKCS #8: a sequence of version, algorithm, and the key of PKCS #1 as bytes.
  private static func wrapped(_ bytes: [UInt8]) -> Result<RSAPrivateKey, Fault> {
    var outer = DERReader(bytes[...])
    guard let sequence = outer.element(tag: 0x30) else { return .failure(.noKey) }
    var reader = DERReader(sequence)
    guard reader.element(tag: 2) != nil, let algorithm = reader.element(tag: 0x30), let key = reader.element(tag: 4)
    else { return .failure(.noKey) }
    // rsaEncryption, 1.2.840.113549.1.1.1
    var identifier = DERReader(algorithm)
    guard identifier.element(tag: 6)?.elementsEqual([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1]) == true else {
      return .failure(.unsupported)
    }
    return plain(Array(key))
  }

  private static func openSSH(_ bytes: [UInt8]) -> Result<RSAPrivateKey, Fault> {
    let magic = Array("openssh-key-v1\u{0}".utf8)
    guard bytes.starts(with: magic) else { return .failure(.noKey) }
    var rest = bytes.dropFirst(magic.count)
    func number() -> Int? {
      guard rest.count >= 4 else { return nil }
      defer { rest = rest.dropFirst(4) }
      return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    func field() -> [UInt8]? {
      guard let count = number(), count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    guard let cipher = field(), field() != nil, field() != nil, number() == 1, field() != nil, let inner = field()
    else { return .failure(.noKey) }
    guard cipher.elementsEqual("none".utf8) else { return .failure(.encrypted) }
    rest = inner[...]
    guard let first = number(), let second = number(), first == second, let kind = field() else {
      return .failure(.noKey)
    }
    guard kind.elementsEqual("ssh-rsa".utf8) else { return .failure(.unsupported) }
    guard let modulus = field(), field() != nil, let exponent = field() else { return .failure(.noKey) }
    return make(modulus, exponent)
  }

  /// The bytes that were encrypted with the padding of PKCS #1 v1.5; nil where they were not, or not for this key.
  func decrypt(_ ciphertext: [UInt8]) -> [UInt8]? {
    let message = Self.natural(ciphertext)
    guard ciphertext.count <= size, message < modulus, size >= 11 else { return nil }
    let plain = Self.power(message, exponent, modulo: modulus)
    var bytes: [UInt8] = []
    for index in (0..<size).reversed() {
      let limb = index / 8 < plain.limbs.count ? plain.limbs[index / 8] : 0
      bytes.append(UInt8(truncatingIfNeeded: limb >> UInt64(index % 8 * 8)))
    }
    guard bytes[0] == 0, bytes[1] == 2, let end = bytes[2...].firstIndex(of: 0), end >= 10 else { return nil }
    return Array(bytes[(end + 1)...])
  }

  private static func power(_ base: Natural, _ exponent: Natural, modulo modulus: Natural) -> Natural {
    var result = Natural(1)
    for index in (0..<exponent.bitWidth).reversed() {
      result = (result * result).quotientAndRemainder(dividingBy: modulus).remainder
      if exponent.bit(index) { result = (result * base).quotientAndRemainder(dividingBy: modulus).remainder }
    }
    return result
  }
}

/// Reads elements of the distinguished encoding of ASN.1 one after the other.
private struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The content of the next element, if it has that tag.
  mutating func element(tag: UInt8) -> ArraySlice<UInt8>? {
    guard rest.count >= 2, rest.first == tag else { return nil }
    var content = rest.dropFirst(2)
    var length = Int(rest[rest.startIndex + 1])
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...4).contains(count), content.count >= count else { return nil }
      length = content.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      content = content.dropFirst(count)
    }
    guard content.count >= length else { return nil }
    rest = content.dropFirst(length)
    return content.prefix(length)
  }
}
