import Foundation
import TestSupport

/// All cases of `Corpus/Rules`, and the numbers that cannot have one.
struct RuleCases {
  static let all = RuleCases()

  /// A number that no job file can break.
  struct Unreachable {
    var number: Int
    var words: String
    var reason: String
  }

  let cases: [RuleCase]
  let unreachable: [Unreachable]

  init() {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Corpus.path(RuleCase.folder))) ?? []
    cases = files.filter { file in
      RuleCase.number(in: file) != nil && !file.hasSuffix(".case.txt") && !file.contains(".running.")
    }.sorted().map(RuleCase.init)
    unreachable = Corpus.text("\(RuleCase.folder)/without-case.txt").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 3, let number = Int(parts[0].dropFirst()) else { return nil }
      return Unreachable(number: number, words: parts[1], reason: parts[2])
    }
  }
}
