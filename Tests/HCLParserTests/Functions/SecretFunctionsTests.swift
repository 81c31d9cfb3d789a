import Testing

@testable import HCLParser

@Suite("Functions of secrets and of chance")
struct SecretFunctionsTests {
  /// A key made for this test, in the three forms; it guards nothing.
  static let keys = [
    """
    -----BEGIN RSA PRIVATE KEY-----
    MIICXAIBAAKBgQDIq9B6jvBeDothPMhMjGG4nFYYiILaI46XPLH/MuzHJmxZiwr/
    9TeqTd2yEWO71Gbinv57fvi+/nxqydlF9cZ0joEZ4LdgAk6wB5RBYBy+Q24m1LtZ
    2pcgj2wZ2n+LKTVFtIZA9SVJtVFDJaPoR4O9b1lta0GMKrG25B03pJIXwQIDAQAB
    AoGBAKsEIgwQvTCrXIVl852pFa7rLUSDMmENZHvnMhq3H6spR7WYFavFI8dzzLfw
    sfplLbl8noxIzVyYLRglJZHFv3YbjnCBU1Xp5kHvS8s2YS7WzfAKoy/oBUNSS31O
    2ywQEP+deBkLkLnMeIA73q4ssyBLwxpXEX3CWWlyLmFoln5xAkEA5hDIcKukAZsl
    pzBKt4lVFvwyYt+d3ESn1dpvqaXLZo67CNgWxCBdDB3fsJK8wgtOm301p3+L154w
    3fgc+KKs0wJBAN9KxPsOZXW1jtx8jnSYvZDbmgSbypwCTJ1pxX97z0r6g32bnhCi
    CsKZ8lVyEzaN4RwLay6cMUJXSZ1iYPzmPJsCQAq0+T8VHdrdR5FSVAfaolUhg47K
    bWRU5aK0OcIhbyfkuJuewuB5yRrJQSHMknBNamkeGKMk8nMkb43FAEQp/fUCQBWb
    oLBC1mKrrSV9EDQMS9vmxGLJyLOMLWnWQHxzuL2ivHK9SnCFndDzINZP8bgHxs71
    8+tQxhuLYt5OFOCkTx0CQCR90ebBYqZv1mSlyMjDh1qntRCPGKH4LcHBjqc2IS8k
    VZfyzWx1B6e7dxRsbKUOhnRUl8MuOle6U5UhKCL4F0s=
    -----END RSA PRIVATE KEY-----
    """,
    """
    -----BEGIN PRIVATE KEY-----
    MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAMir0HqO8F4Oi2E8
    yEyMYbicVhiIgtojjpc8sf8y7McmbFmLCv/1N6pN3bIRY7vUZuKe/nt++L7+fGrJ
    2UX1xnSOgRngt2ACTrAHlEFgHL5DbibUu1nalyCPbBnaf4spNUW0hkD1JUm1UUMl
    o+hHg71vWW1rQYwqsbbkHTekkhfBAgMBAAECgYEAqwQiDBC9MKtchWXznakVrust
    RIMyYQ1ke+cyGrcfqylHtZgVq8Ujx3PMt/Cx+mUtuXyejEjNXJgtGCUlkcW/dhuO
    cIFTVenmQe9LyzZhLtbN8AqjL+gFQ1JLfU7bLBAQ/514GQuQucx4gDveriyzIEvD
    GlcRfcJZaXIuYWiWfnECQQDmEMhwq6QBmyWnMEq3iVUW/DJi353cRKfV2m+ppctm
    jrsI2BbEIF0MHd+wkrzCC06bfTWnf4vXnjDd+Bz4oqzTAkEA30rE+w5ldbWO3HyO
    dJi9kNuaBJvKnAJMnWnFf3vPSvqDfZueEKIKwpnyVXITNo3hHAtrLpwxQldJnWJg
    /OY8mwJACrT5PxUd2t1HkVJUB9qiVSGDjsptZFTlorQ5wiFvJ+S4m57C4HnJGslB
    IcyScE1qaR4YoyTycyRvjcUARCn99QJAFZugsELWYqutJX0QNAxL2+bEYsnIs4wt
    adZAfHO4vaK8cr1KcIWd0PMg1k/xuAfGzvXz61DGG4ti3k4U4KRPHQJAJH3R5sFi
    pm/WZKXIyMOHWqe1EI8YofgtwcGOpzYhLyRVl/LNbHUHp7t3FGxspQ6GdFSXwy46
    V7pTlSEoIvgXSw==
    -----END PRIVATE KEY-----
    """,
    """
    -----BEGIN OPENSSH PRIVATE KEY-----
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAlwAAAAdzc2gtcn
    NhAAAAAwEAAQAAAIEAyKvQeo7wXg6LYTzITIxhuJxWGIiC2iOOlzyx/zLsxyZsWYsK//U3
    qk3dshFju9Rm4p7+e374vv58asnZRfXGdI6BGeC3YAJOsAeUQWAcvkNuJtS7WdqXII9sGd
    p/iyk1RbSGQPUlSbVRQyWj6EeDvW9ZbWtBjCqxtuQdN6SSF8EAAAH4MZaH0TGWh9EAAAAH
    c3NoLXJzYQAAAIEAyKvQeo7wXg6LYTzITIxhuJxWGIiC2iOOlzyx/zLsxyZsWYsK//U3qk
    3dshFju9Rm4p7+e374vv58asnZRfXGdI6BGeC3YAJOsAeUQWAcvkNuJtS7WdqXII9sGdp/
    iyk1RbSGQPUlSbVRQyWj6EeDvW9ZbWtBjCqxtuQdN6SSF8EAAAADAQABAAAAgQCrBCIMEL
    0wq1yFZfOdqRWu6y1EgzJhDWR75zIatx+rKUe1mBWrxSPHc8y38LH6ZS25fJ6MSM1cmC0Y
    JSWRxb92G45wgVNV6eZB70vLNmEu1s3wCqMv6AVDUkt9TtssEBD/nXgZC5C5zHiAO96uLL
    MgS8MaVxF9wllpci5haJZ+cQAAAEAkfdHmwWKmb9ZkpcjIw4dap7UQjxih+C3BwY6nNiEv
    JFWX8s1sdQenu3cUbGylDoZ0VJfDLjpXulOVISgi+BdLAAAAQQDmEMhwq6QBmyWnMEq3iV
    UW/DJi353cRKfV2m+ppctmjrsI2BbEIF0MHd+wkrzCC06bfTWnf4vXnjDd+Bz4oqzTAAAA
    QQDfSsT7DmV1tY7cfI50mL2Q25oEm8qcAkydacV/e89K+oN9m54QogrCmfJVchM2jeEcC2
    sunDFCV0mdYmD85jybAAAAAAEC
    -----END OPENSSH PRIVATE KEY-----
    """,
  ]

  static let ciphertext =
    "Jeh8IUA4CZEc/oPAZHQ4tunOOnUG6mmfvsAByATCDBEAcLRxWuNWivVBdGPYWS2IgMXJkqH71cso1X2wkubcLMbWJnJx+nuHcEqopi447nBWeSl8q4"
    + "YDxRdOb/nobL87UI8yfGjt/IVg6b2LxlIfknmzGDIRsrzcMaQadwk1TSI="

  private func literal(_ text: String) -> String {
    "\"" + text.split(separator: "\n").joined(separator: "\\n") + "\\n\""
  }

  @Test("RSA decrypts with keys in all three forms", arguments: keys)
  func decrypts(key: String) {
    #expect(outcome(of: "rsadecrypt(\"\(Self.ciphertext)\", \(literal(key)))") == "\"häll\"")
  }

  @Test("RSA refuses what is no key, no base 64, or not encrypted for the key")
  func refuses() {
    let key = literal(Self.keys[0])
    #expect(outcome(of: "rsadecrypt(\"aGVsbG8=\", \(key))").contains("decryption error"))
    #expect(outcome(of: "rsadecrypt(\"\", \(key))").contains("decryption error"))
    #expect(outcome(of: "rsadecrypt(\"?\", \(key))").contains("must be base64-encoded"))
    #expect(outcome(of: "rsadecrypt(\"aGVsbG8=\", \"no key\")").contains("no key found"))
    let broken = Self.keys[0].split(separator: "\n").enumerated().filter { $0.offset != 3 }.map { String($0.element) }
    #expect(outcome(of: "can(rsadecrypt(\"aGVsbG8=\", \(literal(broken.joined(separator: "\n")))))") == "false")
    let encrypted = Self.keys[0].replacing("KEY-----\nMII", with: "KEY-----\nProc-Type: 4,ENCRYPTED\n\nMII")
    #expect(outcome(of: "rsadecrypt(\"aGVsbG8=\", \(literal(encrypted)))").contains("passphrase"))
  }

  @Test("bcrypt gives the digests of the first implementation")
  func digests() {
    let salt: [UInt8] = [
      0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10, 0x41, 0x04, 0x10,
    ]
    #expect(
      BcryptHash.text(password: Array("U*U".utf8), salt: salt, cost: 5)
        == "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW")
  }

  @Test("Chance is unknown unless the outside lends it")
  func chance() throws {
    #expect(outcome(of: "uuidv4()") == "unknown")
    #expect(outcome(of: "bcrypt(\"x\", 4)") == "unknown")
    let lent = FunctionEnvironment(randomBytes: { count in Array(repeating: 0xFF, count: count) })
    func value(_ expression: String) -> Value? {
      let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: expression))
      var evaluator = Evaluator(context: EvaluationContext(environment: lent))
      return tree.expression.map { evaluator.value(of: $0) }
    }
    #expect(value("uuidv4()") == .string("ffffffff-ffff-4fff-bfff-ffffffffffff"))
    #expect(value("substr(bcrypt(\"secret\", 4), 0, 7)") == .string("$2a$04$"))
    #expect(value("strlen(bcrypt(\"secret\", 4))") == .number(Number(60)))
    // Too costly to compute in passing.
    #expect(value("bcrypt(\"secret\", 31)")?.isUnknown == true)
  }
}
