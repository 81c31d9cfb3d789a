/// The bcrypt hash of a password: Blowfish keyed by it in a way that takes long on purpose.
struct BcryptHash {
  /// Subkeys and substitution boxes in one row: 18 words, then four times 256.
  private var state = PiDigits.words

  /// The hash in its usual text form, `$2a$10$` with salt and digest. The salt has 16 bytes.
  static func text(password: [UInt8], salt: [UInt8], cost: Int) -> String {
    var hash = BcryptHash()
    // A terminating zero belongs to the key.
    let key = password + [0]
    hash.expand(key: key, salt: salt)
    for _ in 0..<(1 << min(max(cost, 4), 31)) {
      hash.expand(key: key, salt: [])
      hash.expand(key: salt, salt: [])
    }
    var digest: [UInt8] = []
    let magic = Array("OrpheanBeholderScryDoubt".utf8)
    for start in stride(from: 0, to: magic.count, by: 8) {
      var (left, right) = (word(magic, start), word(magic, start + 4))
      for _ in 0..<64 { hash.encrypt(&left, &right) }
      for value in [left, right] {
        for shift: UInt32 in [24, 16, 8, 0] { digest.append(UInt8(value >> shift & 0xFF)) }
      }
    }
    // The last byte is left out, as in every implementation since the first.
    let figures = String(cost)
    return "$2a$\(figures.utf8.count < 2 ? "0" : "")\(figures)$" + encoded(salt) + encoded(Array(digest.dropLast()))
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[index + $1]) }
  }

  private mutating func expand(key: [UInt8], salt: [UInt8]) {
    var position = 0
    for index in 0..<18 {
      var value: UInt32 = 0
      for _ in 0..<4 {
        value = value << 8 | UInt32(key[position])
        position = position + 1 == key.count ? 0 : position + 1
      }
      state[index] ^= value
    }
    let saltWords = stride(from: 0, to: salt.count, by: 4).map { Self.word(salt, $0) }
    var (left, right): (UInt32, UInt32) = (0, 0)
    var saltIndex = 0
    for index in stride(from: 0, to: state.count, by: 2) {
      if !saltWords.isEmpty {
        left ^= saltWords[saltIndex]
        right ^= saltWords[saltIndex + 1]
        saltIndex = (saltIndex + 2) % saltWords.count
      }
      encrypt(&left, &right)
      state[index] = left
      state[index + 1] = right
    }
  }

  private func encrypt(_ left: inout UInt32, _ right: inout UInt32) {
    state.withUnsafeBufferPointer { state in
      var (a, b) = (left, right)
      for round in 0..<16 {
        a ^= state[round]
        let first = state[18 + Int(a >> 24)] &+ state[274 + Int(a >> 16 & 0xFF)]
        b ^= (first ^ state[530 + Int(a >> 8 & 0xFF)]) &+ state[786 + Int(a & 0xFF)]
        (a, b) = (b, a)
      }
      (left, right) = (b ^ state[17], a ^ state[16])
    }
  }

  private static let alphabet = Array("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Base 64 with an alphabet of its own and without padding.
  private static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[start + $1] : 0) }
      for figure in 0...group.count { text.append(alphabet[Int(word >> UInt32(18 - 6 * figure) & 63)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
