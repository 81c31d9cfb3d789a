import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// Corpus/Diagnostics/mistakes: what people write by mistake, and what they are told to write instead.
@Suite struct MistakesTests {
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: Corpus.path("Diagnostics/mistakes"))) ?? [])
    .filter { $0.hasSuffix(".nomad.hcl") }.map { String($0.dropLast(".nomad.hcl".count)) }.sorted()

  @Test(arguments: names)
  func `a mistake is told with its place and the way out`(name: String) {
    let file = "\(name).nomad.hcl"
    let analysis = JobAnalysis(of: JobInput(name: file, bytes: Corpus.bytes("Diagnostics/mistakes/\(file)")))
    #expect(analysis.hasErrors)
    var renderer = DiagnosticText(analysis.sources)
    let text = renderer.text(of: analysis.diagnostics)
    if let mismatch = Expectation.mismatch(text, with: "Diagnostics/mistakes/\(name).txt") {
      Issue.record("\(mismatch)")
    }
  }

  @Test(arguments: names)
  func `every fix makes its diagnostic go away`(name: String) throws {
    let file = "\(name).nomad.hcl"
    let bytes = Corpus.bytes("Diagnostics/mistakes/\(file)")
    for diagnostic in JobAnalysis(of: JobInput(name: file, bytes: bytes)).diagnostics {
      for fix in diagnostic.fixes {
        let fixed = try #require(TextEdit.apply(fix.edits, to: bytes))
        let after = JobAnalysis(of: JobInput(name: file, bytes: fixed)).diagnostics
        #expect(!after.contains { $0.summary == diagnostic.summary })
      }
    }
  }
}
