/// What Go's `url.Parse` makes of a text, as far as it refuses or calls it absolute.
enum URLReference {
  /// Whether the text begins with a scheme, so that it names a whole address.
  static func isAbsolute(_ text: String) -> Bool {
    if isPlainPath(text) { return false }
    return scheme(of: Array(text.utf8)).map { !$0.isEmpty } ?? false
  }

  /// What keeps a text from being a URL or a path; nil where nothing does.
  static func problem(in text: String) -> String? {
    if isPlainPath(text) { return nil }
    let bytes = Array(text.utf8)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it has a control character in it" }
    guard let scheme = scheme(of: bytes) else { return "it begins with a colon" }
    let parts = bytes[scheme.count...].split(separator: hash, maxSplits: 1, omittingEmptySubsequences: false)
    let rest = (parts.first ?? []).prefix { $0 != UInt8(ascii: "?") }
    let fragment = parts.count > 1 ? parts[1] : []
    if scheme.isEmpty, rest.first != slash, rest.prefix(while: { $0 != slash }).contains(colon) {
      return "a colon stands before the first slash"
    }
    var path = rest
    if rest.starts(with: [slash, slash]), scheme.isEmpty ? !rest.starts(with: [slash, slash, slash]) : true {
      let authority = rest.dropFirst(2).prefix { $0 != slash }
      if let problem = problem(inAuthority: authority) { return problem }
      path = rest.dropFirst(2 + authority.count)
    }
    return escapeProblem(in: path) ?? escapeProblem(in: fragment)
  }

  /// Whether a text is what nearly all paths are: a slash, and then nothing that means more than itself.
  private static func isPlainPath(_ text: String) -> Bool {
    text.utf8.first == slash && text.utf8.dropFirst().first != slash
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == slash || "-._".utf8.contains($0) }
  }

  private static let colon = UInt8(ascii: ":")
  private static let slash = UInt8(ascii: "/")
  private static let hash = UInt8(ascii: "#")

  /// The scheme with its colon, empty where there is none; nil for a colon that nothing stands before.
  private static func scheme(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    for (index, byte) in bytes.enumerated() {
      if byte == colon { return index == 0 ? nil : bytes[...index] }
      let isInner = byte.isDigit || "+-.".utf8.contains(byte)
      guard byte.isLetter || (isInner && index > 0) else { break }
    }
    return []
  }

  /// What follows two slashes is a host, with a user before and a port behind it perhaps.
  private static func problem(inAuthority authority: ArraySlice<UInt8>) -> String? {
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    let user = at.map { authority[..<$0] } ?? []
    let host = at.map { authority[($0 + 1)...] } ?? authority
    if !user.allSatisfy({ $0.isLetter || $0.isDigit || "-._:~!$&'()*+,;=%@".utf8.contains($0) }) {
      return "the user before its host has a character that cannot stand there"
    }
    var port = host.lastIndex(of: colon).map { host[$0...] } ?? []
    if host.first == UInt8(ascii: "[") {
      guard let end = host.lastIndex(of: UInt8(ascii: "]")) else { return "the bracket of its host is not closed" }
      port = host[(end + 1)...]
    }
    guard port.isEmpty || (port.first == colon && port.dropFirst().allSatisfy(\.isDigit)) else {
      return "the port after its host is no number"
    }
    if let problem = escapeProblem(in: user) ?? escapeProblem(in: host) { return problem }
    return host.contains { $0 == 0x20 || "\\^`{|}".utf8.contains($0) } || hasEscapedASCII(host)
      ? "a host cannot be called \"\(String(decoding: host, as: UTF8.self))\"" : nil
  }

  /// In a host only bytes outside of ASCII may be escaped, and the percent sign itself.
  private static func hasEscapedASCII(_ host: ArraySlice<UInt8>) -> Bool {
    host.indices.contains { index in
      guard host[index] == UInt8(ascii: "%") else { return false }
      let digits = host[(index + 1)...].prefix(2)
      return digits.first.map { $0 < UInt8(ascii: "8") } ?? false && !digits.elementsEqual("25".utf8)
    }
  }

  private static func escapeProblem(in text: ArraySlice<UInt8>) -> String? {
    for index in text.indices where text[index] == UInt8(ascii: "%") {
      let digits = text[(index + 1)...].prefix(2)
      if digits.count < 2 || !digits.allSatisfy(\.isHexadecimal) {
        return "\"%\" is not followed by two hexadecimal digits"
      }
    }
    return nil
  }
}
