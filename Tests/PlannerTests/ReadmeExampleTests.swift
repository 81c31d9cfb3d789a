import Foundation
import HCLParser
import JobSpec
import Planner
import TestSupport
import Testing

/// The Swift examples of the README, built and run: what newcomers copy works, and prints what is said there.
@Suite struct ReadmeExampleTests {
  static let readme = document("README.md")
  static let ownSource = String(
    decoding: FileManager.default.contents(atPath: #filePath) ?? Data(), as: UTF8.self)

  static func document(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: "\(Corpus.repository)/\(path)") ?? Data(), as: UTF8.self)
  }

  @Test func theExampleOfReadingAJobPrintsItsFinding() {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }

    // begin: reading
    let text = """
      job "web" {
        group "api" {
          count = "three"
          task "server" {
            driver = "docker"
          }
        }
      }
      """
    let analysis = JobAnalysis(of: JobInput(name: "web.nomad.hcl", bytes: Array(text.utf8)))
    for diagnostic in analysis.diagnostics {
      print(diagnostic.severity, diagnostic.rule, diagnostic.summary)
    }
    // end: reading

    #expect(printed == ["error schema-wrong-type \"count\" takes a whole number, not text"])
    for line in printed { #expect(Self.readme.contains(line)) }
  }

  @Test func theExampleOfPlanningAJobPrintsItsPlan() throws {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    func file(_ path: String) throws -> [UInt8] { Array(Self.document(path).utf8) }

    // begin: planning
    let jobFile = "Corpus/Examples/missing-cni-network.nomad.hcl"
    let analysis = JobAnalysis(of: JobInput(name: jobFile, bytes: try file(jobFile)))
    let nodes = SourceText(name: "nodes.json", bytes: try file("Corpus/Examples/fleet.json"))
    let cluster = SnapshotReader.read(nodes: [nodes])

    if let job = analysis.validatedJob {
      let plan = Scheduler().plan(job, on: cluster.output)
      for placement in plan.placements {
        print(placement.name, "goes to", placement.nodeName)
      }
      for failure in plan.failures {
        print(failure.group, "lacks", failure.count, "places:", failure.explanation?.summary ?? "")
      }
      print(PlanText(plan, sources: analysis.sources).rendered)
    }
    // end: planning

    try #require(printed.count == 2)
    #expect(printed[0] == "api lacks 2 places: no node has CNI network \"prod\"")
    #expect(Self.readme.contains(printed[0]))
    // The tool prints what would change before it, and a line about the cluster after it.
    #expect(printed[1].contains("What would help:"))
    let shown = Corpus.text("Examples/missing-cni-network.plan.txt")
    #expect(shown.contains(printed[1].trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test("The README holds the code of these tests, line for line", arguments: ["reading", "planning"])
  func theReadmeHoldsTheCode(_ name: String) throws {
    let lines = Self.ownSource.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let begin = try #require(lines.firstIndex(of: "// begin: \(name)"))
    let end = try #require(lines.firstIndex(of: "// end: \(name)"))
    let code = lines[(begin + 1)..<end].filter { !$0.isEmpty }
    let shown = Self.readme.components(separatedBy: "```swift\n").dropFirst().map { block in
      block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty && !$0.hasPrefix("//") && !$0.hasPrefix("import ") }
    }
    #expect(shown.contains(code))
  }
}
