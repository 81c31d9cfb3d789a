/// The digests that job files may ask for. All work on the whole text at once; texts are small.
package enum Digest {
  /// The text with the end that all four digests want: a one bit, zeros, and the length in bits.
  private static func padded(_ bytes: [UInt8], block: Int, lengthBytes: Int, isLittleEndian: Bool) -> [UInt8] {
    var result = bytes
    result.append(0x80)
    while result.count % block != block - lengthBytes { result.append(0) }
    let bits = UInt64(bytes.count) << 3
    result.append(contentsOf: repeatElement(0, count: lengthBytes - 8))
    for index in 0..<8 {
      let shift = UInt64(isLittleEndian ? index : 7 - index) * 8
      result.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    return result
  }

  private static func word32(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
      | UInt32(bytes[index + 3])
  }

  private static func bytes(of words: [UInt32]) -> [UInt8] {
    words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func left(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
  private static func right(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
  private static func right(_ word: UInt64, _ count: UInt64) -> UInt64 { word >> count | word << (64 - count) }

  // MARK: MD5 (RFC 1321)

  private static let md5Shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  /// The whole part of 2^32 · |sin(i + 1)|.
  private static let md5Sines: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501, 0x6980_98d8,
    0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821, 0xf61e_2562, 0xc040_b340,
    0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8, 0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87,
    0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a, 0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c,
    0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70, 0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039,
    0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665, 0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92,
    0xffef_f47d, 0x8584_5dd1, 0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb,
    0xeb86_d391,
  ]

  static func md5(_ message: [UInt8]) -> [UInt8] {
    let text = padded(message, block: 64, lengthBytes: 8, isLittleEndian: true)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    for start in stride(from: 0, to: text.count, by: 64) {
      let words = (0..<16).map { word32(text, start + $0 * 4).byteSwapped }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      for round in 0..<64 {
        let mixed: UInt32
        let index: Int
        switch round / 16 {
        case 0: (mixed, index) = (b & c | ~b & d, round)
        case 1: (mixed, index) = (d & b | ~d & c, (5 * round + 1) % 16)
        case 2: (mixed, index) = (b ^ c ^ d, (3 * round + 5) % 16)
        default: (mixed, index) = (c ^ (b | ~d), 7 * round % 16)
        }
        let sum = a &+ mixed &+ md5Sines[round] &+ words[index]
        (a, d, c) = (d, c, b)
        b = b &+ left(sum, md5Shifts[round / 16 * 4 + round % 4])
      }
      for (index, word) in [a, b, c, d].enumerated() { state[index] = state[index] &+ word }
    }
    return bytes(of: state.map(\.byteSwapped))
  }

  // MARK: SHA-1 (FIPS 180-4)

  /// The 20 bytes of the SHA-1 digest.
  package static func sha1(_ message: [UInt8]) -> [UInt8] {
    let text = padded(message, block: 64, lengthBytes: 8, isLittleEndian: false)
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    for start in stride(from: 0, to: text.count, by: 64) {
      var words = (0..<16).map { word32(text, start + $0 * 4) }
      for index in 16..<80 {
        words.append(left(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for round in 0..<80 {
        let mixed: UInt32
        switch round / 20 {
        case 0: mixed = (b & c | ~b & d) &+ 0x5A82_7999
        case 1: mixed = (b ^ c ^ d) &+ 0x6ED9_EBA1
        case 2: mixed = (b & c | b & d | c & d) &+ 0x8F1B_BCDC
        default: mixed = (b ^ c ^ d) &+ 0xCA62_C1D6
        }
        let sum = left(a, 5) &+ mixed &+ e &+ words[round]
        (a, b, c, d, e) = (sum, a, left(b, 30), c, d)
      }
      for (index, word) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ word }
    }
    return bytes(of: state)
  }

  // MARK: SHA-2 (FIPS 180-4)

  /// The first 64 bits of the fractions of the cube roots of the first 80 primes. SHA-256 uses their upper halves.
  private static let cubeRoots: [UInt64] = primes(80).map { root(of: $0, degree: 3) }

  /// The first 64 bits of the fractions of the square roots of the first eight primes.
  private static let squareRoots: [UInt64] = primes(8).map { root(of: $0, degree: 2) }

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The fraction of a root, found bit by bit: the greatest `r` of 64 bits after the point with `r^degree` not above.
  private static func root(of number: UInt64, degree: Int) -> UInt64 {
    var root = Natural()
    let target = Natural(number).shifted(left: 64 * degree)
    for bit in stride(from: 67, through: 0, by: -1) {
      let candidate = root + Natural(1).shifted(left: bit)
      let power = degree == 2 ? candidate * candidate : candidate * candidate * candidate
      if !(power > target) { root = candidate }
    }
    // What stands before the point is dropped.
    let whole = root.shifted(right: 64).shifted(left: 64)
    return (root - whole).asUInt64 ?? 0
  }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    let constants = cubeRoots.prefix(64).map { UInt32(truncatingIfNeeded: $0 >> 32) }
    let text = padded(message, block: 64, lengthBytes: 8, isLittleEndian: false)
    var state = squareRoots.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    for start in stride(from: 0, to: text.count, by: 64) {
      var words = (0..<16).map { word32(text, start + $0 * 4) }
      for index in 16..<64 {
        let (early, late) = (words[index - 15], words[index - 2])
        let low = right(early, 7) ^ right(early, 18) ^ early >> 3
        let high = right(late, 17) ^ right(late, 19) ^ late >> 10
        words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
      }
      var part = state
      for round in 0..<64 {
        let (a, e) = (part[0], part[4])
        let high = right(e, 6) ^ right(e, 11) ^ right(e, 25)
        let first = part[7] &+ high &+ (e & part[5] ^ ~e & part[6]) &+ constants[round] &+ words[round]
        let low = right(a, 2) ^ right(a, 13) ^ right(a, 22)
        let second = low &+ (a & part[1] ^ a & part[2] ^ part[1] & part[2])
        part = [first &+ second, a, part[1], part[2], part[3] &+ first, e, part[5], part[6]]
      }
      for index in 0..<8 { state[index] = state[index] &+ part[index] }
    }
    return bytes(of: state)
  }

  static func sha512(_ message: [UInt8]) -> [UInt8] {
    let text = padded(message, block: 128, lengthBytes: 16, isLittleEndian: false)
    var state = squareRoots
    for start in stride(from: 0, to: text.count, by: 128) {
      var words = (0..<16).map { index in
        UInt64(word32(text, start + index * 8)) << 32 | UInt64(word32(text, start + index * 8 + 4))
      }
      for index in 16..<80 {
        let (early, late) = (words[index - 15], words[index - 2])
        let low = right(early, 1) ^ right(early, 8) ^ early >> 7
        let high = right(late, 19) ^ right(late, 61) ^ late >> 6
        words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
      }
      var part = state
      for round in 0..<80 {
        let (a, e) = (part[0], part[4])
        let high = right(e, 14) ^ right(e, 18) ^ right(e, 41)
        let first = part[7] &+ high &+ (e & part[5] ^ ~e & part[6]) &+ cubeRoots[round] &+ words[round]
        let low = right(a, 28) ^ right(a, 34) ^ right(a, 39)
        let second = low &+ (a & part[1] ^ a & part[2] ^ part[1] & part[2])
        part = [first &+ second, a, part[1], part[2], part[3] &+ first, e, part[5], part[6]]
      }
      for index in 0..<8 { state[index] = state[index] &+ part[index] }
    }
    return state.flatMap { word in [56, 48, 40, 32, 24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }
}
