import Foundation
import HCLParser
import TestSupport
import Testing

@testable import JobSpec

/// What fuzzers found with whole jobs: each file once broke a promise, and no longer does.
@Suite struct JobRegressionTests {
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: Corpus.path("Regressions"))) ?? [])
    .filter { $0.hasPrefix("job-") }.sorted()

  @Test(arguments: files)
  func theJobIsJudgedAndReportsLieInItsText(_ name: String) {
    var input = JobInput(name: name, bytes: Corpus.bytes("Regressions/\(name)"))
    input.givesAdvice = true
    let analysis = JobAnalysis(of: input)
    for diagnostic in analysis.diagnostics {
      let places = [diagnostic.range] + diagnostic.related.map(\.range) + diagnostic.fixes.flatMap(\.edits).map(\.range)
      #expect(places.allSatisfy { $0.end <= analysis.sources[$0.source]?.count ?? -1 })
      #expect(!diagnostic.summary.isEmpty && !diagnostic.summary.utf8.contains { $0 < 0x20 })
    }
    #expect(JobAnalysis(of: input).diagnostics == analysis.diagnostics)
  }

  @Test(arguments: files)
  func anAcceptedJobComesBackFromItsJSON(_ name: String) {
    var input = JobInput(name: name, bytes: Corpus.bytes("Regressions/\(name)"))
    input.runsRules = false
    let analysis = JobAnalysis(of: input)
    guard !analysis.hasErrors, let job = analysis.job else { return }
    let text = JobJSON.text(job)
    var back = JobInput(name: "job.json", bytes: Array(text.utf8))
    back.runsRules = false
    #expect(JobAnalysis(of: back).job.map(JobJSON.text) == text)
  }
}
