import Foundation
import JobSpec
import TestSupport
import Testing

@Suite struct RuleDocumentTests {
  private static let folder = "\(Corpus.repository)/docs/rules"
  private static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" }

  @Test func `every rule has its page in the docs, as the rule itself tells it`() throws {
    var pages = Dictionary(
      uniqueKeysWithValues: RuleList.all.map { ("\($0.facts.id).md", RuleDocument($0.facts).markdown) })
    pages["README.md"] = RuleDocument.index
    if Self.isUpdating {
      try? FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      for (name, text) in pages { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(Self.folder)/\(name)")) }
    }
    var outdated: [String] = []
    for (name, text) in pages {
      let written = FileManager.default.contents(atPath: "\(Self.folder)/\(name)") ?? Data()
      if written != Data(text.utf8) { outdated.append(name) }
    }
    #expect(outdated.sorted() == [], "run with UPDATE_EXPECTED=1 and read the difference")
  }

  @Test func `no page is left of a rule that is gone`() throws {
    let known = Set(RuleList.all.map { "\($0.facts.id).md" } + ["README.md", ServerRuleDocument.name])
    let present = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? []
    let gone = present.filter { !known.contains($0) }.sorted()
    if Self.isUpdating {
      for name in gone { try FileManager.default.removeItem(atPath: "\(Self.folder)/\(name)") }
    } else {
      #expect(gone == [])
    }
  }
}
