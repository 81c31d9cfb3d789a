import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct PlanCommandTests {
  /// A case of the planner as files of a world in memory.
  static func world(_ name: String) -> MemoryWorld {
    let world = MemoryWorld()
    let folder = Corpus.path("Conformance/plan/\(name)")
    for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      world.set(file, bytes: Corpus.bytes("Conformance/plan/\(name)/\(file)"))
    }
    return world
  }

  static func firstJob(_ outcome: MemoryWorld.Outcome) throws -> [String: Any] {
    let jobs = try #require(try ReportOutputTests.json(outcome.output)["Jobs"] as? [[String: Any]])
    return try #require(jobs.first)
  }

  @Test func aPlacedJobIsSuccess() throws {
    let outcome = Self.world("cni-on-one-of-three").run(
      "plan", "--nodes", "nodes.json", "--format", "json", "job.nomad.hcl")
    #expect(outcome.code == 0)
    let job = try Self.firstJob(outcome)
    #expect(job["Status"] as? String == "placed")
    let placements = try #require(job["Placements"] as? [[String: Any]])
    #expect(placements.map { $0["NodeName"] as? String } == ["n2"])
    #expect((job["Diff"] as? [String: Any])?["Type"] as? String == "Added")
  }

  @Test func aBlockedJobHasACodeOfItsOwnAndIsExplained() throws {
    let world = Self.world("cni-missing-everywhere")
    let outcome = world.run("plan", "--nodes=nodes.json", "--format=json", "job.nomad.hcl")
    #expect(outcome.code == 3)
    let job = try Self.firstJob(outcome)
    #expect(job["Status"] as? String == "blocked")
    let failed = try #require(job["FailedTGAllocs"] as? [String: [String: Any]])
    #expect(failed["web"]?["NodesFiltered"] as? Int == 3)
    let explanations = try #require(job["Explanations"] as? [[String: Any]])
    #expect(explanations.first?["Reason"] as? String == "missing network")
    #expect((job["Blocked"] as? [String: Any])?["Waiting"] as? Bool == true)

    let text = world.run("plan", "-nodes", "nodes.json", "job.nomad.hcl")
    #expect(text.code == 3)
    #expect(text.output.contains("Task Group \"web\" (failed to place 1 allocation):"))
    #expect(text.output.contains("* Constraint \"missing network\": 3 nodes excluded by filter"))
    #expect(text.output.hasSuffix("disk 0 of 150000 MiB\n"))
  }

  @Test func aMomentIsReadOrRefused() {
    let world = Self.world("cni-on-one-of-three")
    #expect(world.run("plan", "--nodes", "nodes.json", "--now", "2026-01-31T02:00:00Z", "job.nomad.hcl").code == 0)
    let wrong = world.run("plan", "--nodes", "nodes.json", "--now", "today", "job.nomad.hcl")
    #expect(wrong.code == 2)
    #expect(wrong.error.contains("flag \"--now\" takes a time such as \"2026-01-31T02:00:00Z\", not \"today\""))
  }

  @Test func theVersionThatAllocationsRunIsComparedWith() throws {
    let outcome = Self.world("node-drain-migrate").run(
      "plan", "--nodes", "nodes.json", "--allocs", "allocs.json", "--format", "json", "job.nomad.hcl")
    let job = try Self.firstJob(outcome)
    #expect((job["Diff"] as? [String: Any])?["Type"] as? String == "None")
    #expect(job["JobModifyIndex"] as? Int == 15)
  }

  @Test func idealPlansLeaveTheQuirksOut() throws {
    let world = Self.world("network-need-carries-over-to-next-group")
    let failed = { (flags: [String]) throws in
      let outcome = world.run(["plan", "--nodes", "nodes.json", "--format", "json"] + flags + ["job.nomad.hcl"])
      return (try Self.firstJob(outcome)["FailedTGAllocs"] as? [String: Any] ?? [:]).keys.sorted()
    }
    // The second group has no network block, and Nomad asks for the first one's network on its behalf.
    #expect(try failed([]).count == 2)
    #expect(try failed(["--ideal"]).count == 1)
  }

  @Test func anInvalidJobIsReportedAndNotPlanned() throws {
    let world = Self.world("cni-on-one-of-three")
    world.set("bad.nomad", bytes: Array("job \"bad\" {\n".utf8))
    let outcome = world.run("plan", "--nodes", "nodes.json", "--format", "json", "bad.nomad", "job.nomad.hcl")
    #expect(outcome.code == 1)
    let job = try Self.firstJob(outcome)
    #expect(job["Status"] as? String == "invalid")
    #expect((job["Diagnostics"] as? [[String: Any]])?.first?["Severity"] as? String == "error")
  }

  @Test(arguments: ["cni-missing-everywhere", "cni-on-one-of-three", "preemption-by-priority", "update-canary"])
  func htmlIsOneWellFormedPage(_ name: String) throws {
    let options = try #require(Corpus.json("Conformance/plan/\(name)/options.json") as? [String: Any])
    let files = try #require(options["jobs"] as? [String])
    let page = Self.world(name).run(["plan", "--nodes", "nodes.json", "--format", "html"] + files).output
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    let withoutVoid = page.replacingOccurrences(of: "<meta [^>]*>", with: "", options: .regularExpression)
      .replacingOccurrences(of: "<!DOCTYPE html>", with: "")
    #expect(try XMLCheck.isWellFormed(withoutVoid))
    #expect(!page.contains("<script") && !page.contains("http"))
  }

  @Test(arguments: ["text", "json", "html"]) func aQuestionAboutANodeIsAnswered(_ format: String) {
    let world = Self.world("cni-on-one-of-three")
    let arguments = ["plan", "--nodes", "nodes.json", "--format", format, "--why-not"]
    let answer = world.run(arguments + ["n1", "job.nomad.hcl"])
    #expect(answer.code == 0)
    #expect(answer.output.contains("n1"))
    #expect(world.run(arguments + ["nowhere", "job.nomad.hcl"]).code == 2)
  }

  @Test func aJobCannotWriteIntoThePage() {
    let world = Self.world("cni-on-one-of-three")
    world.set("<b>.nomad", bytes: Array("job \"<script>\" {}\n".utf8))
    #expect(!world.run("plan", "--nodes", "nodes.json", "--format", "html", "<b>.nomad").output.contains("<script"))
  }

  @Test func withoutNodesOrJobsItIsWrongUse() {
    let world = Self.world("cni-on-one-of-three")
    let withoutNodes = world.run("plan", "job.nomad.hcl")
    #expect(withoutNodes.code == 2)
    #expect(withoutNodes.error.hasPrefix("jobtool: \"plan\" needs the nodes of the cluster: \"--nodes FILE\"\n"))
    #expect(world.run("plan", "--nodes", "nodes.json").code == 2)
    #expect(world.run("plan", "--nodes", "none.json", "job.nomad.hcl").code == 2)
    #expect(world.run("plan", "--nodes", "nodes.json", "none.nomad").code == 2)
  }

  @Test func aSnapshotThatCannotBeReadIsWrongUse() {
    let world = Self.world("cni-on-one-of-three")
    world.set("broken.json", bytes: Array("[{\"ID\": ".utf8))
    let outcome = world.run("plan", "--nodes", "broken.json", "--format=json", "job.nomad.hcl")
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("broken.json:1:"))
  }

  @Test func aFolderOfNodesIsReadWhole() throws {
    let world = Self.world("cni-on-one-of-three")
    world.set("fleet/nodes.json", bytes: Corpus.bytes("Conformance/plan/cni-on-one-of-three/nodes.json"))
    world.set("fleet/README.md", bytes: Array("no JSON".utf8))
    #expect(world.run("plan", "--nodes", "fleet", "job.nomad.hcl").code == 0)
  }

  @Test func nomadsExitCodesAreGivenOnRequest() {
    let world = Self.world("cni-on-one-of-three")
    let flags = ["plan", "--nomad-exit-codes", "--nodes", "nodes.json"]
    #expect(world.run(flags + ["job.nomad.hcl"]).code == 1)
    #expect(world.run(flags + ["none.nomad"]).code == 255)
    #expect(world.run(flags + ["nodes.json"]).code == 255)
    #expect(Self.world("cni-missing-everywhere").run(flags + ["job.nomad.hcl"]).code == 1)
    #expect(world.run(flags + ["--running", "job.nomad.hcl", "--allocs", "empty.json", "job.nomad.hcl"]).code == 255)
  }

  @Test func thePlanIsWrittenToAFileOnRequest() {
    let world = Self.world("cni-on-one-of-three")
    let printed = world.run("plan", "--nodes", "nodes.json", "job.nomad.hcl").output
    let outcome = world.run("plan", "--nodes", "nodes.json", "--output", "plan.txt", "job.nomad.hcl")
    #expect(outcome == .init(code: 0, output: "", error: ""))
    #expect(world.text("plan.txt") == printed)
  }

  @Test func theDifferenceIsLeftOutOnRequest() throws {
    let world = Self.world("cni-on-one-of-three")
    let text = world.run("plan", "--nodes", "nodes.json", "--diff=false", "job.nomad.hcl").output
    #expect(text.hasPrefix("Job: \"edge\"\n\nScheduler dry-run:\n"))
    let json = world.run("plan", "--nodes", "nodes.json", "--diff=false", "--format=json", "job.nomad.hcl")
    #expect(try Self.firstJob(json)["Diff"] is NSNull)
  }

  @Test func theSameJobGivenTwiceShowsTheUpdate() throws {
    let world = Self.world("update-in-place")
    let files = try #require(
      (Corpus.json("Conformance/plan/update-in-place/options.json") as? [String: Any])?["jobs"] as? [String])
    let text = world.run(["plan", "--nodes", "nodes.json"] + files).output
    #expect(text.contains("==> \(files[0])"))
    #expect(text.contains("+/- Job: "))
    #expect(text.contains("in-place update"))
  }

  @Test func aDatacenterNarrowsTheNodes() {
    let world = Self.world("cni-on-one-of-three")
    let outcome = world.run("plan", "--nodes", "nodes.json", "--datacenter", "nowhere", "job.nomad.hcl")
    #expect(outcome.code == 2)
    #expect(
      outcome.error.contains("no node is in datacenter \"nowhere\"\n  the nodes are in \"dc1\""), "\(outcome.error)")
    let narrowed = world.run("plan", "--nodes", "nodes.json", "--datacenter", "dc1", "job.nomad.hcl")
    #expect(narrowed.code == 0)
  }

  @Test func hostileSnapshotsAreErrors() {
    for (name, bytes) in HostileInputTests.inputs {
      let world = Self.world("cni-on-one-of-three")
      world.set("x.json", bytes: bytes)
      for option in ["--nodes", "--allocs", "--volumes", "--scheduler-config"] {
        let nodes = option == "--nodes" ? [] : ["--nodes", "nodes.json"]
        let outcome = world.run(["plan"] + nodes + [option, "x.json", "job.nomad.hcl"])
        #expect([1, 2].contains(outcome.code), "\(option): \(name)")
      }
      world.set("x.nomad", bytes: bytes)
      #expect(world.run("plan", "--nodes", "nodes.json", "x.nomad").code == 1, "job: \(name)")
    }
  }
}
