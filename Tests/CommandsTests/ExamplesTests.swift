import Foundation
import TestSupport
import Testing

@testable import Commands

/// The examples that newcomers run: their output is recorded, and the README shows it.
@Suite("Examples")
struct ExamplesTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var code: Int32
    /// Flags, and job files that are planned before the example itself; names of its own folder stand for paths.
    var arguments: [String] = []
    var nodes = "fleet.json"

    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "load-balancer", code: 0), Example(name: "missing-cni-network", code: 3),
    Example(name: "service-mesh", code: 0), Example(name: "fits-in-part", code: 3),
    Example(name: "drain-node", code: 0, arguments: ["--allocs", "drain-node.allocs.json", "--drain", "app-1"]),
    Example(name: "canary", code: 0, arguments: ["canary.before.nomad.hcl"]),
    Example(name: "preemption", code: 0, arguments: ["--preemption", "preemption.before.nomad.hcl"]),
    Example(name: "system-job", code: 0), Example(name: "gpu-device", code: 3),
    Example(
      name: "csi-volume", code: 0, arguments: ["--volumes", "csi-volume.volumes.json"], nodes: "csi-volume.nodes.json"),
  ]

  /// The folder of the examples as the README's commands name it, in a world in memory.
  static func world() -> MemoryWorld {
    var files: [String: String] = [:]
    let folder = Corpus.path("Examples")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      files["Corpus/Examples/\(name)"] = Corpus.text("Examples/\(name)")
    }
    return MemoryWorld(files: files)
  }

  @Test("The plan of an example is the recorded one", arguments: examples)
  func plan(_ example: Example) {
    let outcome = Self.world().run(
      ["plan", "--nodes", "Corpus/Examples/\(example.nodes)"]
        + example.arguments.map { $0.hasSuffix(".json") || $0.hasSuffix(".hcl") ? "Corpus/Examples/\($0)" : $0 }
        + ["Corpus/Examples/\(example.name).nomad.hcl"])
    #expect(outcome.code == example.code)
    #expect(outcome.error == "")
    #expect(Expectation.mismatch(outcome.output, with: "Examples/\(example.name).plan.txt") == nil)
  }

  /// Other commands that the guides show.
  static let otherCommands: [(file: String, code: Int32, arguments: [String])] = [
    (
      "load-balancer.capacity.txt", 0,
      ["capacity", "--nodes", "Corpus/Examples/fleet.json", "Corpus/Examples/load-balancer.nomad.hcl"]
    ),
    (
      "load-balancer.ports.txt", 0,
      ["ports", "--nodes", "Corpus/Examples/fleet.json", "Corpus/Examples/load-balancer.nomad.hcl"]
    ),
    (
      "canary.diff.txt", 1,
      ["diff", "Corpus/Examples/canary.before.nomad.hcl", "Corpus/Examples/canary.nomad.hcl"]
    ),
    ("placement.test.txt", 0, ["test", "Corpus/Examples"]),
  ]

  @Test("What other commands print of an example is recorded", arguments: otherCommands)
  func otherCommand(_ file: String, _ code: Int32, _ arguments: [String]) {
    let outcome = Self.world().run(arguments)
    #expect(outcome.code == code)
    #expect(outcome.error == "")
    #expect(Expectation.mismatch(outcome.output, with: "Examples/\(file)") == nil)
  }

  @Test("The examples are valid, without advice, and in canonical layout")
  func examplesAreClean() {
    let world = Self.world()
    #expect(world.run("lint", "Corpus/Examples").code == 0)
    #expect(world.run("fmt", "-check", "Corpus/Examples").code == 0)
  }

  /// A block of the README after a mark `<!-- output: FILE -->` holds that file of the corpus, to the letter.
  @Test(
    "The README and the guides show what the tool prints",
    arguments: ["README.md", "docs/planning.md", "docs/expand.md", "docs/placement-tests.md"])
  func documentsAreTrue(_ document: String) throws {
    let path = "\(Corpus.repository)/\(document)"
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    var lines = text.components(separatedBy: "\n")
    var index = 0
    var shown = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].hasPrefix("<!-- output: "), lines[index].hasSuffix(" -->") else { continue }
      let file = String(lines[index].dropFirst("<!-- output: ".count).dropLast(" -->".count))
      let start = try #require(lines[index...].firstIndex { $0.hasPrefix("```") }) + 1
      let end = try #require(lines[start...].firstIndex { $0 == "```" })
      let printed = Corpus.text(file)
      let wanted = printed.trimmingCharacters(in: .newlines).components(separatedBy: "\n")
      if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
        lines.replaceSubrange(start..<end, with: wanted)
      } else {
        #expect(Array(lines[start..<end]) == wanted, "\(document) does not show Corpus/\(file)")
      }
      shown += 1
    }
    #expect(shown > 0)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    }
  }
}
