import HCLParser

struct ServiceMalformedName: ValidationRule {
  let facts = RuleFacts(
    "service-malformed-name", .server, covers: [120], finds: "a service name that cannot be a DNS label",
    because: """
      Services are found by DNS, so their names are labels of RFC 1123: 1 to 63 letters, digits and dashes, with no dash \
      at either end.
      """,
    failing: .groupPart("service {\n  name = \"shop_web\"\n}"),
    passing: .groupPart("service {\n  name = \"shop-web\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      let name = placed.service.name
      // A reference is judged as if it gave a word.
      let judged = RuntimeText.replacingReferences(in: name, by: "ENV-VAR")
      guard let problem = ServiceMalformedName.problem(in: judged) else { continue }
      let dashed = String(
        decoding: name.utf8.map { ServiceMalformedName.isPlain($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
      let isUseful = !name.isInterpolated && ServiceMalformedName.problem(in: dashed) == nil
      let isWritten = placed.service.wrote(\.name)
      report(
        "\"\(name)\" cannot be a service name: \(problem)", at: placed.service.range(of: \.name),
        detail: isWritten ? "" : "Without a name a service is called after its job, group and task.",
        help: isWritten ? (isUseful ? "write \"\(dashed)\"" : nil) : "give the service a name")
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") }

  static func problem(in name: String) -> String? {
    let bytes = Array(name.utf8)
    if bytes.isEmpty { return "it is empty" }
    if bytes.count > 63 { return "it is longer than 63 characters" }
    if !bytes.allSatisfy(isPlain) { return "only letters, digits and dashes may stand in it" }
    if bytes.first == UInt8(ascii: "-") || bytes.last == UInt8(ascii: "-") { return "it begins or ends with a dash" }
    return nil
  }
}
