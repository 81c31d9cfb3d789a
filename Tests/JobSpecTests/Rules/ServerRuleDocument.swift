import Foundation
import HCLParser
import JobSpec

/// The table of the server's rules in the docs: number, words, what we report, and the case that proves it.
enum ServerRuleDocument {
  static let name = "server-rules.md"

  static func markdown(_ cases: RuleCases) -> String {
    var rows: [(key: String, row: String)] = []
    for ruleCase in cases.cases {
      let key = String(ruleCase.name.prefix { $0 != "." })
      let ids = ruleCase.expected.isEmpty ? "accepted" : unique(ruleCase.expected.map(link)).joined(separator: ", ")
      rows.append(
        (key, row([key, ruleCase.words, ids, "[\(ruleCase.name)](../../Corpus/Rules/\(ruleCase.name))"])))
    }
    for rule in cases.unreachable {
      let digits = String(rule.number)
      let key = "V" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      rows.append((key, row([key, rule.words, "–", rule.reason])))
    }
    let table = rows.sorted { $0.key < $1.key }.map(\.row).joined()
    return """
      # What a server refuses, rule by rule

      The checks of a Nomad server when a job is submitted, numbered, each with the id under which `jobtool` reports it and \
      the job file that proves it. Numbers with a dash are further facets of a rule. `Corpus/Rules/README.md` tells how to \
      read the files; this table is made of them by the tests.

      | number | rule | reported as | case |
      | --- | --- | --- | --- |
      \(table)
      """
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  private static func link(_ item: (rule: String, severity: Diagnostic.Severity, isElsewhere: Bool)) -> String {
    let isPaged = RuleList.rule(RuleID(item.rule)) != nil
    let name = isPaged ? "[\(item.rule)](\(item.rule).md)" : "`\(item.rule)`"
    return item.severity == .error ? name : "\(name) (\(item.severity.rawValue))"
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
