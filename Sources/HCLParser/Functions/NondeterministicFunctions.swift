/// Functions whose result differs from call to call, or needs a secret key: offline their results stay unknown.
///
/// An unknown value says so wherever it turns up. A made-up one would look like an answer.
enum NondeterministicFunctions {
  static let all: [Function] = [
    Function("uuidv4", [], returns: .string, "A random UUID. Its value is not known before the job is submitted.") {
      _ in .unknown(.string)
    },
    Function(
      "bcrypt", [.string("str")], variadic: .number("cost"), returns: .string,
      "The bcrypt hash of a text, with random salt. Its value is not known before the job is submitted."
    ) { (arguments) throws(FunctionFailure) in
      guard arguments.count <= 2 else {
        throw FunctionFailure("bcrypt() takes no more than two arguments", argument: 2)
      }
      if arguments.count == 2 {
        let cost = try arguments.whole(1)
        // Below 4 the reference silently takes its default.
        guard cost <= 31 else {
          throw FunctionFailure("crypto/bcrypt: cost \(cost) is outside allowed inclusive range 4..31", argument: 1)
        }
      }
      guard arguments.text(0).utf8.count <= 72 else {
        throw FunctionFailure("bcrypt: password length exceeds 72 bytes", argument: 0)
      }
      return .unknown(.string)
    },
    Function(
      "rsadecrypt", [.string("ciphertext"), .string("privatekey")], returns: .string,
      "The text that was encrypted for an RSA key, given in base 64.", decryptRSA),
  ]

  private static func decryptRSA(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard let ciphertext = Base64.bytes(of: arguments.text(0)) else {
      throw FunctionFailure("failed to decode input: cipher text must be base64-encoded", argument: 0)
    }
    guard let key = PrivateKeyText(arguments.text(1)) else {
      throw FunctionFailure("failed to parse: ssh: no key found", argument: 1)
    }
    if key.isEncrypted {
      throw FunctionFailure("failed to parse: private key is protected by a passphrase", argument: 1)
    }
    guard !ciphertext.isEmpty else {
      throw FunctionFailure("failed to decrypt: crypto/rsa: decryption error", argument: 0)
    }
    return .unknown(.string)
  }
}

/// A private key in PEM armour, so far as it can be told to be one without reading it.
private struct PrivateKeyText {
  var isEncrypted: Bool

  init?(_ text: String) {
    let lines = text.utf8.split(separator: 0x0A).map { line in
      String(Substring(line)).filter { $0 != "\r" && $0 != "\r\n" }
    }
    let kinds = ["RSA PRIVATE KEY", "PRIVATE KEY", "OPENSSH PRIVATE KEY"]
    guard
      let kind = kinds.first(where: { kind in
        guard let start = lines.firstIndex(of: "-----BEGIN \(kind)-----") else { return false }
        return lines[start...].contains("-----END \(kind)-----")
      })
    else { return nil }
    _ = kind
    isEncrypted = lines.contains { $0.hasPrefix("Proc-Type:") && $0.contains("ENCRYPTED") }
  }
}
