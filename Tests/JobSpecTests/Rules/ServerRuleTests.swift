import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// Each of the server's rules is proved by a job that breaks it, or it is said why no job can.
@Suite struct ServerRuleTests {
  /// The numbers of the rules.
  static let numbers = 1...290

  @Test(arguments: RuleCases.all.cases)
  func `a case is reported as its comments say`(ruleCase: RuleCase) {
    #expect(ruleCase.problems == [])
    let analysis = ruleCase.analysis(of: ruleCase.text)
    let table = SourceText(name: ruleCase.name, text: ruleCase.text).makeLineTable()
    let ids = Set(ruleCase.expected.map(\.rule))
    let found = analysis.diagnostics.filter { $0.severity == .error || ids.contains($0.rule.name) }.map { diagnostic in
      let isInJob = analysis.sources.texts.first?.id == diagnostic.range.source
      return RuleCase.Finding(
        rule: diagnostic.rule.name, severity: diagnostic.severity,
        line: isInJob ? table.position(at: diagnostic.range.start).line : 0
      ).text
    }
    let all = analysis.diagnostics.map(RuleCheck.line).joined(separator: "\n")
    #expect(found.sorted() == ruleCase.findings.map(\.text).sorted(), "\(all)")
    for text in ruleCase.mended {
      let left = ruleCase.analysis(of: text).diagnostics.filter {
        $0.severity == .error || ids.contains($0.rule.name)
      }
      #expect(left.map(RuleCheck.line) == [], "\(text)")
    }
  }

  @Test func `every number has a case, or it is said why not`() {
    let cases = Set(RuleCases.all.cases.map(\.number))
    let unreachable = RuleCases.all.unreachable.map(\.number)
    let answered = cases.union(unreachable)
    #expect(Self.numbers.filter { !answered.contains($0) } == [])
    #expect(unreachable.filter(cases.contains) == [])
  }

  /// What a rule claims to cover is what the cases prove.
  @Test func `a rule covers the numbers whose cases it speaks in, and no others`() {
    var proved: [Int: Set<String>] = [:]
    // What a case is for stands first; the rest comes with it.
    for ruleCase in RuleCases.all.cases {
      if let rule = ruleCase.expected.first?.rule { proved[ruleCase.number, default: []].insert(rule) }
    }
    var disagreements: [String] = []
    for facts in RuleList.all.map(\.facts) {
      for number in Self.numbers {
        let isClaimed = facts.covers.contains(number)
        let isProved = proved[number]?.contains(facts.id.name) ?? false
        if isClaimed != isProved {
          disagreements.append("V\(number) \(facts.id): \(isProved ? "not claimed" : "no case")")
        }
      }
    }
    #expect(disagreements == [])
  }

  @Test func `the table of the server's rules in the docs is made of the cases`() throws {
    let path = "\(Corpus.repository)/docs/rules/\(ServerRuleDocument.name)"
    let text = ServerRuleDocument.markdown(RuleCases.all)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let written = FileManager.default.contents(atPath: path) ?? Data()
    #expect(written == Data(text.utf8), "run with UPDATE_EXPECTED=1 and read the difference")
  }
}
