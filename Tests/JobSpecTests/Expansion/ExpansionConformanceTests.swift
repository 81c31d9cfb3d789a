import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// Accepted cases of the family "validate" tell the job as the server keeps it.
@Suite struct ExpansionConformanceTests {
  static let cases = Corpus.cases("Conformance/validate").filter {
    Corpus.exists("Conformance/validate/\($0)/expected.job.json")
  }

  /// Keys that only one of the two models has.
  static let ignored: Set<String> = [
    // Of 1.6.5 only.
    "ConsulToken", "VaultToken", "Services.Namespace",
    // Of later releases only.
    "Cluster", "Partition", "DestinationPartition", "IgnoreCollision", "Hostname", "Services.Kind", "Scaling.Namespace",
    "Once", "SELinuxLabel", "Sticky@Volumes", "Advertise", "Notes", "FailuresBeforeWarning",
  ]

  @Test(arguments: cases)
  func `the expanded job is the one the server keeps`(name: String) throws {
    let folder = "Conformance/validate/\(name)"
    let analysis = JobAnalysis(
      of: JobInput(name: "job.nomad.hcl", bytes: Corpus.bytes("\(folder)/job.nomad.hcl")))
    let job = try #require(analysis.expandedJob)
    let got = try JSONSerialization.jsonObject(with: Data(JobJSON.text(job).utf8))
    let wanted = try #require(Corpus.json("\(folder)/expected.job.json"))
    #expect(Self.differences(wanted, got, "") == [])
  }

  @Test func `there are cases`() { #expect(Self.cases.count > 10) }

  private static func differences(_ wanted: Any, _ got: Any, _ path: String) -> [String] {
    if let wanted = wanted as? [String: Any], let got = got as? [String: Any] {
      var result: [String] = []
      for key in Set(wanted.keys).union(got.keys).sorted() where !isIgnored(key, path) {
        let (left, right) = (wanted[key] ?? NSNull(), got[key] ?? NSNull())
        switch (left is NSNull, right is NSNull) {
        case (true, true): continue
        case (true, false): result.append("\(path).\(key): not wanted, got \(right)")
        case (false, true): result.append("\(path).\(key): missing, want \(left)")
        case (false, false): result += differences(left, right, "\(path).\(key)")
        }
      }
      return result
    }
    if let wanted = wanted as? [Any], let got = got as? [Any] {
      guard wanted.count == got.count else { return ["\(path): want \(wanted.count) items, got \(got.count)"] }
      return zip(wanted, got).enumerated().flatMap { differences($1.0, $1.1, "\(path)[\($0)]") }
    }
    return "\(wanted)" == "\(got)" ? [] : ["\(path): want \(wanted), got \(got)"]
  }

  private static func isIgnored(_ key: String, _ path: String) -> Bool {
    if ignored.contains(key) { return true }
    if path.contains(".Volumes."), ignored.contains("\(key)@Volumes") { return true }
    let parent = path.split(separator: ".").last.map { $0.prefix { $0 != "[" } } ?? ""
    return ignored.contains("\(parent).\(key)")
  }
}
