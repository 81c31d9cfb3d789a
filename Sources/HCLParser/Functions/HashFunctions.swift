/// Functions that digest texts, and the one that decrypts them.
enum HashFunctions {
  static let all: [Function] = [
    Function("md5", [.string("str")], returns: .string, "The MD5 digest of a text, in hexadecimal.") { arguments in
      .string(hexadecimal(Digest.md5(Array(arguments.text(0).utf8))))
    },
    Function("sha1", [.string("str")], returns: .string, "The SHA-1 digest of a text, in hexadecimal.") { arguments in
      .string(hexadecimal(Digest.sha1(Array(arguments.text(0).utf8))))
    },
    Function("sha256", [.string("str")], returns: .string, "The SHA-256 digest of a text, in hexadecimal.") {
      arguments in .string(hexadecimal(Digest.sha256(Array(arguments.text(0).utf8))))
    },
    Function("sha512", [.string("str")], returns: .string, "The SHA-512 digest of a text, in hexadecimal.") {
      arguments in .string(hexadecimal(Digest.sha512(Array(arguments.text(0).utf8))))
    },
    Function(
      "uuidv5", [.string("namespace"), .string("name")], returns: .string,
      "The UUID that a name has in a namespace: dns, url, oid, x500 or a UUID.", uuidVersion5),
    Function(
      "rsadecrypt", [.string("ciphertext"), .string("privatekey")], returns: .string,
      "The text that was encrypted for an RSA key, given in base 64.", decryptRSA),
  ]

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let figures = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [figures[Int(byte >> 4)], figures[Int(byte & 0xF)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func decryptRSA(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard let ciphertext = Base64.bytes(of: arguments.text(0)) else {
      throw FunctionFailure("failed to decode input: cipher text must be base64-encoded", argument: 0)
    }
    switch RSAPrivateKey.parse(arguments.text(1)) {
    case .failure(.noKey): throw FunctionFailure("failed to parse: ssh: no key found", argument: 1)
    case .failure(.encrypted):
      throw FunctionFailure("failed to parse: private key is protected by a passphrase", argument: 1)
    case .failure(.unsupported): throw FunctionFailure("the private key is no RSA key", argument: 1)
    case .success(let key):
      guard let bytes = key.decrypt(ciphertext) else {
        throw FunctionFailure("failed to decrypt: crypto/rsa: decryption error", argument: 0)
      }
      return .string(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func uuidVersion5(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let namespace: [UInt8]
    // The well-known namespaces differ in one byte only.
    func wellKnown(_ byte: UInt8) -> [UInt8] {
      [0x6B, 0xA7, 0xB8, byte, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]
    }
    switch arguments.text(0) {
    case "dns": namespace = wellKnown(0x10)
    case "url": namespace = wellKnown(0x11)
    case "oid": namespace = wellKnown(0x12)
    case "x500": namespace = wellKnown(0x14)
    case let text:
      guard let bytes = uuidBytes(text) else {
        throw FunctionFailure(
          "uuidv5() doesn't support namespace \"\(text)\": it takes dns, url, oid, x500 or a UUID", argument: 0)
      }
      namespace = bytes
    }
    var digest = Array(Digest.sha1(namespace + Array(arguments.text(1).utf8)).prefix(16))
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return .string(uuidText(digest))
  }

  /// Sixteen bytes in the form 8-4-4-4-12.
  static func uuidText(_ bytes: [UInt8]) -> String {
    let figures = Array(hexadecimal(bytes).utf8)
    var text: [UInt8] = []
    for (index, figure) in figures.enumerated() {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append(UInt8(ascii: "-")) }
      text.append(figure)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a UUID: plain, in braces, after `urn:uuid:`, or without hyphens.
  private static func uuidBytes(_ text: String) -> [UInt8]? {
    var body = Array(text.utf8)
    let scheme = Array("urn:uuid:".utf8)
    if body.count == 45, body[..<9].map({ $0 | 0x20 }) == scheme.map({ $0 | 0x20 }) { body.removeFirst(9) }
    if body.count == 38, body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") {
      body = Array(body[1..<37])
    }
    if body.count == 36 {
      let hyphens = [8, 13, 18, 23]
      guard hyphens.allSatisfy({ body[$0] == UInt8(ascii: "-") }) else { return nil }
      body = body.indices.filter { !hyphens.contains($0) }.map { body[$0] }
    }
    guard body.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let high = body[index].hexadecimalValue, let low = body[index + 1].hexadecimalValue else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
