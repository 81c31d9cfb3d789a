import Foundation
import TestSupport

/// The seeds of property tests: a few that run with every test, in `Corpus/Properties/seeds.json`; or those of
/// `Corpus/Properties/more.json` beside it, which git ignores, for thousands by hand.
enum PropertySeeds {
  static let all: [UInt64] = {
    let file = Corpus.exists("Properties/more.json") ? "Properties/more.json" : "Properties/seeds.json"
    let bounds = Corpus.json(file) as? [String: UInt64] ?? [:]
    let first = bounds["first"] ?? 1
    return Array(first..<(first + (bounds["count"] ?? 1)))
  }()

  /// In batches, since each test case has costs of its own.
  static let batches: [[UInt64]] = stride(from: 0, to: all.count, by: 20).map {
    Array(all[$0..<min(all.count, $0 + 20)])
  }
}
