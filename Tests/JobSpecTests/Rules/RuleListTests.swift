import HCLParser
import JobSpec
import TestSupport
import Testing

@Suite struct RuleListTests {
  static let ids = RuleList.all.map(\.facts.id.name)

  @Test(arguments: ids)
  func `a rule finds something in its failing example`(id: String) throws {
    let facts = try #require(RuleList.rule(RuleID(id))).facts
    let analysis = RuleCheck.analysis(facts.failing.text, advice: true, target: RuleCheck.target(for: facts)) { input in
      if id == "job-changed-kind" { input.running = RuleCheck.analysis(facts.passing.text).job }
    }
    let found = analysis.diagnostics.map(RuleCheck.line)
    #expect(analysis.diagnostics.contains { $0.rule == facts.id }, "\(found)\n\(facts.failing.text)")
    let readingErrors = analysis.diagnostics.filter { $0.severity == .error && RuleList.rule($0.rule) == nil }
    #expect(readingErrors.map(RuleCheck.line) == [])
  }

  @Test(arguments: ids)
  func `a rule finds nothing in its passing example, and neither does any server rule`(id: String) throws {
    let facts = try #require(RuleList.rule(RuleID(id))).facts
    let analysis = RuleCheck.analysis(facts.passing.text, advice: true, target: RuleCheck.target(for: facts))
    let found = analysis.diagnostics.filter { diagnostic in
      // Examples are short: that a driver wants to know more is another rule's matter. Nothing else is let pass.
      diagnostic.rule == facts.id
        || (diagnostic.severity == .error && !diagnostic.rule.name.hasPrefix("driver-"))
    }.map(RuleCheck.line)
    #expect(found == [], "\(facts.passing.text)")
  }

  @Test func `ids are unique and in kebab case`() {
    #expect(Set(Self.ids).count == Self.ids.count)
    for id in Self.ids {
      #expect(id.allSatisfy { ($0.isLowercase && $0.isASCII) || $0 == "-" } && id.contains("-"), "\(id)")
    }
  }

  /// An id never changes its meaning, so it never goes away unnoticed.
  @Test func `the list of ids is on record`() {
    let lines = RuleList.all.map { "\($0.facts.id) \($0.facts.kind.rawValue) \($0.facts.severity.rawValue)" }.sorted()
    let mismatch = Expectation.mismatch(lines.joined(separator: "\n") + "\n", with: "Diagnostics/rule-ids.txt")
    #expect(mismatch == nil)
  }

  @Test func `summaries and explanations read as sentences do`() {
    for facts in RuleList.all.map(\.facts) {
      #expect(!facts.summary.hasSuffix("."), "\(facts.id)")
      #expect(facts.explanation.hasSuffix("."), "\(facts.id)")
      let isCapital = facts.explanation.first.map { $0.isUppercase || $0 == "\"" || $0 == "$" } ?? false
      #expect(isCapital, "\(facts.id)")
    }
  }
}
