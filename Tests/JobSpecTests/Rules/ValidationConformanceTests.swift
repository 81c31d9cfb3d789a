import HCLParser
import JobSpec
import TestSupport
import Testing

@Suite struct ValidationConformanceTests {
  static let cases = Corpus.cases("Conformance/validate")

  @Test(arguments: cases)
  func `a job is accepted where the reference accepts it`(name: String) throws {
    let folder = "Conformance/validate/\(name)"
    let expected = try #require(Corpus.json("\(folder)/expected.json") as? [String: Any])
    let input = JobInput(name: "job.nomad.hcl", bytes: Corpus.bytes("\(folder)/job.nomad.hcl"))
    let analysis = JobAnalysis(of: input)
    let found = analysis.diagnostics.map(RuleCheck.line)
    let isAccepted = try #require(expected["accepted"] as? Bool)
    #expect(analysis.hasErrors != isAccepted, "\(found)")
    #expect((analysis.validatedJob != nil) == isAccepted)
    if isAccepted {
      let warnings = expected["warnings"] as? [String] ?? []
      #expect(analysis.diagnostics.contains { $0.severity == .warning } != warnings.isEmpty, "\(found)")
    } else if expected["parse_errors"] == nil {
      // Each message of the reference has at least one of ours.
      let messages = (expected["errors"] as? [String] ?? []).joined().split(separator: "\n").filter {
        !$0.contains("error occurred") && !$0.contains("errors occurred") && $0.contains(where: \.isLetter)
      }
      let errors = analysis.diagnostics.filter { $0.severity == .error }
      #expect(errors.count >= min(messages.count, 1), "\(found)")
    }
    #expect(analysis.diagnostics.allSatisfy { !$0.range.isEmpty }, "\(found)")
  }
}
