import Foundation
import HCLParser
import TestSupport
import Testing

@testable import Commands

/// Reports as the services read them: held against the rules of their formats, over every kind of finding there is a
/// file for.
@Suite struct ReportFormatTests {
  /// The files of the corpus that have findings, under names that need escaping.
  static func world() -> MemoryWorld {
    var files: [String: String] = [:]
    for folder in ["Diagnostics/mistakes", "Examples"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: Corpus.path(folder))) ?? []
      for name in names.sorted() where name.hasSuffix(".nomad.hcl") {
        files["jobs 100%, a:b/\(name)"] = Corpus.text("\(folder)/\(name)")
      }
    }
    files["jobs 100%, a:b/windows.nomad.hcl"] =
      "job \"é\" {\r\n  typo = \"\u{1}\u{FFFE}]]>&<x>\"\r\n\tgroup \"g\" {}\r\n}\r\n"
    files["jobs 100%, a:b/empty.nomad.hcl"] = ""
    files["jobs 100%, a:b/cut.nomad.hcl"] = "job \"x\" {"
    return MemoryWorld(files: files)
  }

  static func report(_ format: String) -> String { world().run("lint", "--format", format, ".").output }

  static func run() throws -> [String: Any] {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(report("sarif").utf8)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  // MARK: SARIF

  @Test func sarifKeepsToTheSchema() throws {
    let log = try JSONSerialization.jsonObject(with: Data(Self.report("sarif").utf8))
    #expect(SARIFSchema.problems(log).isEmpty)
    let results = try #require(try Self.run()["results"] as? [[String: Any]])
    #expect(results.count > 40)
    #expect(results.contains { $0["relatedLocations"] != nil })
    #expect(results.contains { $0["fixes"] != nil })
  }

  @Test func theCheckOfTheSchemaFindsWhatIsWrong() {
    let region: [String: Any] = ["startLine": 0]
    let location: [String: Any] = ["physicalLocation": ["artifactLocation": ["uri": "a"], "region": region]]
    let result: [String: Any] = ["level": "info", "locations": [location], "ruleID": "x"]
    let log: [String: Any] = ["version": "2.1.0", "runs": [["tool": ["driver": ["name": "x"]], "results": [result]]]]
    #expect(
      SARIFSchema.problems(log) == [
        "$.runs[0].results[0].message is missing", "$.runs[0].results[0].level is \"info\"",
        "$.runs[0].results[0].locations[0].physicalLocation.region.startLine is 0",
        "$.runs[0].results[0].ruleID is unknown",
      ])
  }

  @Test func aSarifResultPointsToItsRule() throws {
    let run = try Self.run()
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    #expect(Set(rules).count == rules.count)
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      try #require(rules.indices.contains(index))
      #expect(rules[index] == result["ruleId"] as? String)
    }
  }

  @Test func aSarifRegionEndsBehindItsBeginning() throws {
    for result in try #require(try Self.run()["results"] as? [[String: Any]]) {
      let locations =
        (result["locations"] as? [[String: Any]] ?? []) + (result["relatedLocations"] as? [[String: Any]] ?? [])
      #expect(!locations.isEmpty)
      for location in locations {
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let region = try #require(place["region"] as? [String: Int])
        let start = (region["startLine"] ?? 0, region["startColumn"] ?? 0)
        #expect(start <= (region["endLine"] ?? 0, region["endColumn"] ?? 0))
        let address = try #require((place["artifactLocation"] as? [String: String])?["uri"])
        #expect(URL(string: address) != nil)
        #expect(address.hasPrefix("jobs%20100%25%2C%20a%3Ab/"))
        #expect(address.removingPercentEncoding?.hasPrefix("jobs 100%, a:b/") == true)
      }
    }
  }

  // MARK: JUnit

  @Test func junitIsXML() throws {
    let text = Self.report("junit")
    #expect(try XMLCheck.isWellFormed(text))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    #expect(!text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF })
    #expect(!text.contains("]]>"))
    let files = text.components(separatedBy: "<testcase ").count - 1
    let failures = text.components(separatedBy: "<failure ").count - 1
    #expect(text.contains("<testsuites name=\"jobtool\" tests=\"\(files)\" failures=\"\(failures)\">"))
    #expect(text.components(separatedBy: "</failure>").count - 1 == failures)
  }

  // MARK: GitHub

  /// The properties of a workflow command end at the first "::" after them, and are split at each comma and at the
  /// first equals sign; so none of these may stand in a value.
  @Test func githubCommandsComeApartAsTheyWerePutTogether() throws {
    let lines = Self.report("github").components(separatedBy: "\n").filter { !$0.isEmpty }
    #expect(lines.count > 40)
    for line in lines {
      let parts = try #require(line.wholeMatch(of: try Regex("::(error|warning|notice) ([^:\\r]*)::([^\\r]*)")))
      var properties: [String: String] = [:]
      for property in (parts.output[2].substring ?? "").split(separator: ",") {
        let pair = property.split(separator: "=", maxSplits: 1)
        try #require(pair.count == 2)
        properties[String(pair[0])] = String(pair[1]).removingPercentEncoding
      }
      #expect(properties["file"]?.hasPrefix("jobs 100%, a:b/") == true)
      #expect((properties["line"].flatMap { Int($0) } ?? 0) >= 1)
      #expect(Set(properties.keys).isSubset(of: ["file", "line", "endLine", "col", "endColumn", "title"]))
      // A percent sign of a message is always the beginning of an escape.
      #expect((parts.output[3].substring.map { String($0) } ?? "%").firstMatch(of: try Regex("%(?!25|0D|0A)")) == nil)
    }
  }
}
