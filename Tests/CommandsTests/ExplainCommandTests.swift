import JobSpec
import Testing

@testable import Commands

@Suite struct ExplainCommandTests {
  @Test func withoutARuleAllAreListed() {
    let list = MemoryWorld().run("explain")
    #expect(list.code == 0)
    #expect(RuleList.all.allSatisfy { list.output.contains($0.facts.id.name) })
  }

  @Test(arguments: RuleList.all.map(\.facts.id.name)) func everyRuleHasAPageWithWhatItSays(_ name: String) {
    let page = MemoryWorld().run("explain", name)
    #expect(page.code == 0)
    #expect(page.output.contains("[\(name)]: "), "the example shows the finding")
    #expect(page.output.contains("\nInstead\n"))
  }

  @Test(arguments: [
    "syntax-missing-value", "layout-not-canonical", "schema-unknown-attribute", "variable-unset", "local-circular",
    "job-missing", "scaling-wrong-type", "reference-bare-word", "snapshot-wrong-type", "settings-unknown",
    "test-expectation", "plan-no-place",
  ])
  func stagesBeforeTheRulesAreExplainedToo(_ name: String) {
    let page = MemoryWorld().run("explain", name)
    #expect(page.code == 0)
    #expect(page.output.hasPrefix("\(name)\n\n"))
  }

  @Test func anUnknownRuleNamesTheNearest() {
    let outcome = MemoryWorld().run("explain", "port-unknown-lable")
    #expect(outcome.code == 2)
    #expect(
      outcome.error == "jobtool: no rule is called \"port-unknown-lable\"\n  did you mean \"port-unknown-label\"?\n")
  }
}
