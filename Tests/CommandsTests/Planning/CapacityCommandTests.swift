import Testing

@testable import Commands

@Suite("capacity")
struct CapacityCommandTests {
  static let flags = ["capacity", "--nodes", "Corpus/Examples/fleet.json"]
  static let job = "Corpus/Examples/fits-in-part.nomad.hcl"

  static func groups(_ outcome: MemoryWorld.Outcome) throws -> [[String: Any]] {
    let jobs = try #require(try ReportOutputTests.json(outcome.output)["Jobs"] as? [[String: Any]])
    return try #require(jobs.first?["Groups"] as? [[String: Any]])
  }

  @Test("It tells how many more fit, where, and what stops the next one")
  func text() {
    let outcome = ExamplesTests.world().run(Self.flags + [Self.job])
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        Job: "transcode"

        Task Group "worker": 8 more instances fit (10 wanted, 0 running)

          Datacenter  Instances  Nodes
          ams                 6      4
          fra                 2      2

        """))
    #expect(outcome.output.contains("What stops the next one:\n    - cpu: an instance needs 12000 MHz"))
    #expect(!outcome.output.contains("would be accepted"))
  }

  @Test("Planning a count as large as the answer places all of it, and one more fails")
  func agreesWithThePlan() throws {
    let world = ExamplesTests.world()
    for name in ["fits-in-part", "load-balancer", "missing-cni-network", "service-mesh"] {
      let job = "Corpus/Examples/\(name).nomad.hcl"
      for group in try Self.groups(world.run(Self.flags + ["--format=json", job])) {
        let more = try #require(group["More"] as? Int)
        let label = try #require(group["TaskGroup"] as? String)
        let names = try Self.groups(world.run(Self.flags + ["--format=json", job])).compactMap {
          $0["TaskGroup"] as? String
        }
        let others = names.filter { $0 != label }.flatMap { ["--set-count", "\($0)=0"] }
        let plan = ["plan", "--nodes", "Corpus/Examples/fleet.json"] + others
        if more > 0 { #expect(world.run(plan + ["--set-count", "\(label)=\(more)", job]).code == 0) }
        #expect(world.run(plan + ["--set-count", "\(label)=\(more + 1)", job]).code == 3)
      }
    }
  }

  @Test("The search ends at its limit and says so")
  func limit() throws {
    let world = ExamplesTests.world()
    let text = world.run(Self.flags + ["--limit", "3", Self.job]).output
    #expect(text.contains("Task Group \"worker\": at least 3 more instances fit"))
    #expect(text.contains("The search ended here"))
    let group = try #require(try Self.groups(world.run(Self.flags + ["--limit=3", "--format=json", Self.job])).first)
    #expect(group["LimitReached"] as? Bool == true)
    #expect(world.run(Self.flags + ["--limit", "-1", Self.job]).code == 2)
  }

  @Test("Too little room is code 3 where a number is asked for; an invalid job is code 1")
  func codes() {
    let world = ExamplesTests.world()
    #expect(world.run(Self.flags + ["--at-least", "8", Self.job]).code == 0)
    #expect(world.run(Self.flags + ["--at-least", "9", Self.job]).code == 3)
    #expect(world.run(Self.flags + ["--without", "node=db-1", "--at-least", "8", Self.job]).code == 3)
    world.set("bad.nomad", bytes: Array("job \"bad\" {\n".utf8))
    #expect(world.run(Self.flags + ["bad.nomad"]).code == 1)
    #expect(world.run(Self.flags).code == 2)
    #expect(world.run("capacity", Self.job).error.hasPrefix("jobtool: \"capacity\" needs the nodes"))
  }

  @Test("What runs counts as taken, and a system job has room on the nodes that have none yet")
  func running() throws {
    let world = PlanCommandTests.world("system-job-mixed-nodes")
    let group = try #require(
      try Self.groups(world.run("capacity", "--nodes", "nodes.json", "--format=json", "job.nomad.hcl")).first)
    #expect(group["More"] as? Int == 1)
    let taken = PlanCommandTests.world("static-port-taken-by-existing-alloc")
    let flags = ["capacity", "--nodes", "nodes.json", "--allocs", "allocs.json", "job.nomad.hcl"]
    #expect(taken.run(flags).output.contains("is taken by"))
  }

  @Test("The search ends at its limit for jobs of every node too")
  func limitOfEveryNode() throws {
    let world = ExamplesTests.world()
    world.set(
      "agent.nomad.hcl",
      bytes: Array(
        "job \"agent\" {\n  type = \"system\"\n  group \"g\" {\n    task \"t\" {\n      driver = \"docker\"\n      config {\n        image = \"a:1\"\n      }\n    }\n  }\n}\n"
          .utf8))
    let few = try #require(
      try Self.groups(world.run(Self.flags + ["--limit=2", "--format=json", "agent.nomad.hcl"])).first)
    #expect(few["More"] as? Int == 2)
    #expect(few["LimitReached"] as? Bool == true)
    let all = try #require(try Self.groups(world.run(Self.flags + ["--format=json", "agent.nomad.hcl"])).first)
    #expect(all["LimitReached"] as? Bool == false)
  }

  @Test("A volume for one user has room for one instance")
  func volumes() {
    let world = ExamplesTests.world()
    let files = [
      "--nodes", "Corpus/Examples/csi-volume.nodes.json", "--volumes", "Corpus/Examples/csi-volume.volumes.json",
    ]
    let outcome = world.run(["capacity"] + files + ["Corpus/Examples/csi-volume.nomad.hcl"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("1 more instance fits (1 wanted, 0 running)"), "\(outcome.output)")
    #expect(outcome.output.contains("is for one instance: access mode \"single-node-writer\""), "\(outcome.output)")
    #expect(outcome.output.contains("per_alloc = true gives each instance a volume of its own"))
  }

  @Test("A limit of nothing is wrong use")
  func noLimit() {
    let outcome = ExamplesTests.world().run(
      "capacity", "--limit=0", "--nodes", "Corpus/Examples/fleet.json", "Corpus/Examples/load-balancer.nomad.hcl")
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("flag \"--limit\" takes a number from 1, not \"0\""))
  }
}
