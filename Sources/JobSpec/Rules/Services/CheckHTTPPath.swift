import HCLParser

struct CheckHTTPPath: ValidationRule {
  let facts = RuleFacts(
    "check-http-path", .server, covers: [138, 139, 140],
    finds: "an http check without a path, or with one that is none",
    because: "An http check asks for a path at the service's own address, so the path is relative: \"/health\".",
    failing: .check("type = \"http\""), passing: .check("type = \"http\"\npath = \"/health\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (check, _) in checked.checks where check.type.lowercased() == "http" && !check.path.isInterpolated {
      if check.path.isEmpty {
        report("the http check has no path", at: check.range(of: \.path), help: "add \"path\", for example \"/health\"")
      } else if CheckHTTPPath.isAbsolute(check.path) {
        report(
          "the path of an http check cannot be a whole URL", at: check.range(of: \.path),
          help: "give the path only; address and port are those of the service")
      } else if let problem = CheckHTTPPath.problem(in: check.path) {
        report("\"\(check.path)\" is no path of a URL: \(problem)", at: check.range(of: \.path))
      }
    }
  }

  /// Whether a URL begins with a scheme.
  private static func isAbsolute(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, first.isLetter else { return false }
    return scheme.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
  }

  private static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it has a control character in it" }
    if bytes.first == UInt8(ascii: ":") { return "it begins with a colon" }
    let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    for (index, byte) in path.enumerated() where byte == UInt8(ascii: "%") {
      let digits = path.dropFirst(index + 1).prefix(2)
      if digits.count < 2 || !digits.allSatisfy(\.isHexadecimal) {
        return "\"%\" is not followed by two hexadecimal digits"
      }
    }
    return nil
  }
}
