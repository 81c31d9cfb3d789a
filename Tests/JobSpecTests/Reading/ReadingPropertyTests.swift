import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// What holds for every text, good or damaged.
@Suite struct ReadingPropertyTests {
  /// All job files of the conformance cases.
  static let files = ["parse", "validate", "plan"].flatMap { family in
    Corpus.cases("Conformance/\(family)").flatMap { name -> [String] in
      let folder = "Conformance/\(family)/\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: Corpus.path(folder))) ?? []
      return files.filter { $0.hasSuffix(".nomad.hcl") || $0.hasSuffix(".nomad.json") }.sorted().map {
        "\(folder)/\($0)"
      }
    }
  }

  @Test func `damaged files end in diagnostics inside of the text, never in a crash`() {
    for (number, file) in ReadingPropertyTests.files.enumerated() {
      let bytes = Corpus.bytes(file)
      let seed = UInt64(number)
      let damaged = Mutation.mutated(bytes, seed: seed)
      let read = JobReader.read(JobInput(name: "job.nomad.hcl", bytes: damaged))
      for diagnostic in read.diagnostics {
        let count = read.sources[diagnostic.range.source]?.count ?? -1
        #expect(diagnostic.range.end <= count, "\(file), seed \(seed): \(diagnostic.summary)")
      }
    }
  }

  @Test func `equal input gives equal output`() {
    for file in ReadingPropertyTests.files.prefix(60) {
      let damaged = Mutation.mutated(Corpus.bytes(file), seed: 7)
      let input = JobInput(name: "job.nomad.hcl", bytes: damaged)
      let (first, second) = (JobReader.read(input), JobReader.read(input))
      #expect(first.diagnostics == second.diagnostics, "\(file)")
      #expect(first.job.map(JobJSON.text) == second.job.map(JobJSON.text), "\(file)")
    }
  }

  @Test func `a job printed as API JSON and read back is the same job`() {
    for file in ReadingPropertyTests.files {
      guard let job = JobReader.read(JobInput(name: "job", bytes: Corpus.bytes(file))).job else { continue }
      let text = JobJSON.text(job)
      let again = JobReader.read(JobInput(name: "job.json", bytes: Array(text.utf8)))
      #expect(again.diagnostics == [], "\(file)")
      #expect(again.job == job, "\(file)")
    }
  }
}
