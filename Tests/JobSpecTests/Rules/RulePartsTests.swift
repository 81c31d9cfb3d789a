import HCLParser
import JobSpec
import TestSupport
import Testing

/// The rules see a large job in parts; what they find must not depend on where the parts begin.
@Suite struct RulePartsTests {
  static let examples = RuleList.all.flatMap { [$0.facts.failing.text, $0.facts.passing.text] }
  static let settings = RuleSettings(target: NomadRelease(2, 0))

  @Test func `rules find the same in groups one by one and in all at once, file by file`() {
    for text in Self.examples {
      let analysis = RuleCheck.analysis(text, advice: true)
      guard let written = analysis.job, let expanded = analysis.expandedJob else { continue }
      let checked = CheckedJob(
        job: expanded, written: written, tree: analysis.tree, variables: analysis.variables, locals: analysis.locals,
        target: Self.settings.target, forAdvice: true)
      #expect(Self.lines(checked, groupsAtATime: 1) == Self.lines(checked, groupsAtATime: .max), "\(text)")
    }
  }

  @Test(arguments: ["service", "batch", "system", "sysbatch"])
  func `rules find the same in one job of all groups of all examples`(type: String) throws {
    let jobs = Self.examples.compactMap { RuleCheck.analysis($0, advice: true).expandedJob }
    var job = try #require(jobs.first)
    job.type = type
    job.constraints = jobs.flatMap(\.constraints)
    job.affinities = jobs.flatMap(\.affinities)
    job.spreads = jobs.flatMap(\.spreads)
    job.groups = jobs.flatMap(\.groups)
    #expect(job.groups.count > 200)
    let checked = CheckedJob(job)
    let whole = Self.lines(checked, groupsAtATime: .max)
    #expect(whole.count > 100)
    for size in [1, 7, 16] { #expect(Self.lines(checked, groupsAtATime: size) == whole) }
  }

  private static func lines(_ checked: CheckedJob, groupsAtATime: Int) -> [String] {
    Validator.findings(in: checked, settings: settings, advice: true, groupsAtATime: groupsAtATime)
      .map { "\($0.rule) \($0.range) \($0.summary) \($0.related)" }.sorted()
  }
}
