import HCLParser
import Testing

@testable import JobSpec

/// A small file must not keep us busy for hours: one budget of work holds for all that a file has evaluated.
@Suite struct WorkBudgetTests {
  private static let work = "length([for a in range(100) : a])"

  @Test func `blocks that "dynamic" makes share one budget`() {
    let text = """
      task "t" {
        dynamic "template" {
          for_each = range(100)
          content {
            data = \(Self.work)
          }
        }
      }
      """
    for (budget, rules) in [(2_000, ["eval-limit"]), (200_000, [])] {
      let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
      var decoder = BlockDecoder(context: EvaluationContext(limits: EvaluationLimits(work: budget)))
      var task = Task()
      for block in tree.root.blocks { decoder.decode(block, as: Task.schema, into: &task) }
      #expect(decoder.diagnostics.map(\.rule.name) == rules)
    }
  }

  @Test func `locals share one budget`() {
    let lines = (0..<100).map { "  l\($0) = \(Self.work)" }.joined(separator: "\n")
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "locals {\n\(lines)\n}\n"))
    for (budget, rules) in [(2_000, ["eval-limit"]), (200_000, [])] {
      var locals = LocalTable()
      for block in tree.root.blocks { locals.read(BlockSource(block)) }
      locals.evaluate(in: EvaluationContext(limits: EvaluationLimits(work: budget)))
      #expect(locals.diagnostics.map(\.rule.name) == rules)
    }
  }

  /// Each of these locals closes a circle through all before it.
  @Test func `of many circles of locals some are reported, each on a short line`() {
    let count = 1_000
    let lines = (0..<count).map { "  l\($0) = [local.l\(($0 + 1) % count), local.l0]" }.joined(separator: "\n")
    var input = JobInput(name: "x", bytes: Array("locals {\n\(lines)\n}\njob \"x\" {}".utf8))
    input.runsRules = false
    let found = JobAnalysis(of: input).diagnostics
    #expect(Set(found.map(\.rule)) == [.localCircular])
    #expect(found.count == 100 && found.allSatisfy { $0.summary.utf8.count < 200 && $0.related.count < 12 })
  }

  @Test func `what is written out is no bomb, however long`() {
    let values = Array(repeating: "1", count: 200).joined(separator: ", ")
    let lines = (0..<3_000).map { "  l\($0) = [\(values)]" }.joined(separator: "\n")
    var input = JobInput(name: "x", bytes: Array("locals {\n\(lines)\n}\njob \"x\" {}".utf8))
    input.runsRules = false
    #expect(!JobAnalysis(of: input).diagnostics.contains { $0.rule == "eval-limit" })
  }

  @Test func `of thousands of unknown names the first are helped with, and all are reported`() {
    let lines = (0..<2_000).map { "  memry\($0 % 10) {}" }.joined(separator: "\n")
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "task \"t\" {\n\(lines)\n}"))
    var decoder = BlockDecoder()
    var task = Task()
    for block in tree.root.blocks { decoder.decode(block, as: Task.schema, into: &task) }
    #expect(decoder.diagnostics.filter { $0.rule == "schema-unknown-block" }.count == 2_000)
  }
}
