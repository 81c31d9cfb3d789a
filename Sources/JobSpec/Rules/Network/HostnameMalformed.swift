import HCLParser

struct HostnameMalformed: ValidationRule {
  let facts = RuleFacts(
    "hostname-malformed", .server, covers: [111], finds: "a hostname that is no domain name",
    because: "A domain name consists of labels of 1 to 63 bytes with dots between them, at most 254 bytes in all.",
    failing: .groupPart("network {\n  mode     = \"bridge\"\n  hostname = \"shop..internal\"\n}"),
    passing: .groupPart("network {\n  mode     = \"bridge\"\n  hostname = \"shop.internal\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for network in checked.groups.flatMap(\.group.networks) {
      guard !network.hostname.isEmpty, !network.hostname.isInterpolated,
        let problem = HostnameMalformed.problem(in: network.hostname)
      else { continue }
      report("\"\(network.hostname)\" is no domain name: \(problem)", at: network.range(of: \.hostname))
    }
  }

  /// What keeps a text from being a domain name. Which bytes a label holds does not matter to the server.
  static func problem(in name: String) -> String? {
    var bytes = Array(name.utf8)
    // A final dot is the root.
    if bytes.last == UInt8(ascii: "."), bytes.count > 1 { bytes.removeLast() }
    if bytes.count > 254 { return "it is longer than 254 bytes" }
    for label in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      if label.isEmpty { return "a label between dots is empty" }
      if label.count > 63 { return "the label \"\(String(decoding: label, as: UTF8.self))\" is longer than 63 bytes" }
    }
    return nil
  }
}
