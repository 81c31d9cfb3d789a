import TestSupport
import Testing

@testable import Commands

@Suite("What-if flags")
struct WhatIfTests {
  static let fleet = ["plan", "--nodes", "Corpus/Examples/fleet.json"]
  static let job = ["Corpus/Examples/fits-in-part.nomad.hcl"]

  @Test("The plan says which hypothesis it stands on, in every form")
  func statements() throws {
    let world = ExamplesTests.world()
    let flags = ["--without", "class=app", "--add-nodes=2", "--like=app-1", "--set-count", "worker=4"]
    let text = world.run(Self.fleet + flags + Self.job)
    #expect(text.code == 0)
    #expect(
      text.output.hasPrefix(
        """
        What if: class "app" is gone: 6 nodes, app-1, app-2, app-3, app-4 and 2 more
        What if: 2 more nodes like "app-1": app-6 and app-7
        What if: group "worker" of job "transcode" has count 4

        + Job: "transcode"
        + Task Group: "worker" (4 create)

        """))
    let json = world.run(Self.fleet + flags + ["--format", "json"] + Self.job)
    #expect(try (ReportOutputTests.json(json.output)["WhatIf"] as? [String])?.count == 3)
    let page = world.run(Self.fleet + flags + ["--format", "html"] + Self.job)
    #expect(page.output.contains("<p>What if: 2 more nodes like &quot;app-1&quot;"))
    #expect(
      try !ReportOutputTests.json(world.run(Self.fleet + ["--format=json"] + Self.job).output).keys.contains("WhatIf"))
  }

  @Test("Whether memory_max counts is told by the cluster's configuration, and by the flag before it")
  func memoryOversubscription() {
    let world = ExamplesTests.world()
    let resources = "resources {\n cpu = 100\n memory = 100\n memory_max = 200\n }"
    let job =
      "job \"j\" {\n group \"g\" {\n task \"t\" {\n driver = \"docker\"\n config {\n image = \"a:1\"\n }\n \(resources)\n }\n }\n}\n"
    world.set("j.nomad.hcl", bytes: Array(job.utf8))
    world.set("on.json", bytes: Array("{\"SchedulerConfig\": {\"MemoryOversubscriptionEnabled\": true}}".utf8))
    let isIgnored = { (flags: [String]) in
      world.run(Self.fleet + flags + ["j.nomad.hcl"]).output.contains("memory_max has no effect")
    }
    #expect(isIgnored([]))
    #expect(!isIgnored(["--scheduler-config", "on.json"]))
    #expect(!isIgnored(["--memory-oversubscription"]))
    #expect(isIgnored(["--scheduler-config", "on.json", "--memory-oversubscription=false"]))
  }

  @Test("Whether others may be pushed out is told by the cluster's configuration, and by the flag before it")
  func preemption() {
    let world = PlanCommandTests.world("preemption-by-priority")
    world.set(
      "on.json", bytes: Array("{\"SchedulerConfig\": {\"PreemptionConfig\": {\"ServiceSchedulerEnabled\": true}}}".utf8)
    )
    let plan = ["plan", "--nodes", "nodes.json", "--allocs", "allocs.json", "job.nomad.hcl"]
    #expect(world.run(plan).code == 3)
    #expect(world.run(plan + ["--preemption"]).code == 0)
    #expect(world.run(plan + ["--scheduler-config", "on.json"]).code == 0)
    #expect(world.run(plan + ["--scheduler-config", "on.json", "--preemption=false"]).code == 3)
  }

  @Test("A job's own name may stand before the group")
  func countsByJob() {
    let world = ExamplesTests.world()
    let outcome = world.run(Self.fleet + ["--set-count", "transcode.worker=2"] + Self.job)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("(2 create)"))
  }

  @Test(
    "Wrong use is told with the way out",
    arguments: [
      (["--drain", "ap-1"], "no node is called \"ap-1\"\n  did you mean \"app-1\"?"),
      (["--without", "class=ap"], "no node is in class \"ap\"\n  did you mean \"app\"?"),
      (["--without", "clas=app"], "did you mean \"class=app\"?"),
      (["--set-count", "wrker=3"], "no group of the jobs given is called \"wrker\"\n  did you mean \"worker\"?"),
      (["--set-count", "other.worker=3"], "no group of the jobs given is called \"other.worker\""),
      (["--drain", ""], "no node is called \"\"\n  there are edge-1, edge-2, edge-3, app-1 and 8 more"),
      (["--drain", "app"], "no node is called \"app\"\n  names that begin so: app-1, app-2, app-3, app-4 and app-5"),
      (["--without", ""], "flag \"--without\" takes a node, or class="),
      (["--without", "class="], "flag \"--without\" takes a name after \"class=\""),
      (["--why-not", "ap-1"], "no node is called \"ap-1\"\n  did you mean \"app-1\"?"),
      (["--why-not", "ap-1:worker"], "no node is called \"ap-1\"\n  did you mean \"app-1\"?"),
      (["--why-not", "app-1:wrker"], "no group is called \"wrker\", as in \"--why-not app-1:wrker\"\n  did you mean"),
      (["--why-not", "app-1:"], "no group is called \"\", as in \"--why-not app-1:\"\n  the only group is"),
      (["--datacenter", "fr"], "no node is in datacenter \"fr\"\n  did you mean \"fra\"?"),
      (["--algorithm", "binpak"], "not \"binpak\"\n  did you mean \"binpack\"?"),
      (["--set-count", "=3"], "flag \"--set-count\" takes GROUP=N or JOB.GROUP=N, not \"=3\""),
      (["--set-count", "worker=-1"], "flag \"--set-count\" takes GROUP=N or JOB.GROUP=N"),
      (
        ["--set-count", "worker=1", "--set-count", "worker=2"],
        "flags \"--set-count worker=1\" and \"--set-count worker=2\" contradict each other"
      ),
      (["--set-count", "worker=many"], "flag \"--set-count\" takes GROUP=N or JOB.GROUP=N"),
      (["--add-nodes", "2"], "flag \"--add-nodes\" needs a node to copy: \"--like NODE\""),
      (["--like", "app-1"], "flag \"--like\" needs \"--add-nodes N\""),
      (["--add-nodes", "0", "--like", "app-1"], "flag \"--add-nodes\" takes a number from 1 to"),
      (["--add-nodes", "99999999999999999999", "--like", "app-1"], "flag \"--add-nodes\" takes a number from 1 to"),
    ])
  func wrongUse(_ flags: [String], _ message: String) {
    let outcome = ExamplesTests.world().run(Self.fleet + flags + Self.job)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.contains(message))
  }

  @Test("The same question twice is asked once")
  func doubled() {
    let flags = ["--drain", "app-1", "--drain", "app-1", "--set-count", "worker=1", "--set-count", "worker=1"]
    let outcome = ExamplesTests.world().run(Self.fleet + flags + Self.job)
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("What if:") } == 2)
  }

  /// An allocation on `app-1`, with the job it runs or without.
  static func allocation(_ job: String, embedded: Bool) -> String {
    let group = """
      {"Name": "g", "Count": 1, "Tasks": [{"Name": "t", "Driver": "docker", "Config": {"image": "x"},
       "Resources": {"CPU": 100, "MemoryMB": 64}}]}
      """
    let whole = """
      , "Job": {"ID": "\(job)", "Name": "\(job)", "Type": "service", "Priority": 50, "Datacenters": ["*"], "Version": 3,
       "JobModifyIndex": 70, "TaskGroups": [\(group)]}
      """
    return """
      {"ID": "alloc-of-\(job)", "Name": "\(job).g[0]", "Namespace": "default", "JobID": "\(job)", "TaskGroup": "g",
       "NodeID": "NODE", "DesiredStatus": "run", "ClientStatus": "running", "AllocatedResources": {"Tasks": {"t":
       {"Cpu": {"CpuShares": 100}, "Memory": {"MemoryMB": 64}}}, "Shared": {"DiskMB": 300}}\(embedded ? whole : "")}
      """
  }

  /// A world with allocations of jobs on the first node of the class `app`.
  static func drained(_ allocations: [String]) throws -> MemoryWorld {
    let world = ExamplesTests.world()
    let fleet = try #require(Corpus.json("Examples/fleet.json") as? [[String: Any]])
    let id = try #require(fleet.first { $0["Name"] as? String == "app-1" }?["ID"] as? String)
    let text = "[\(allocations.joined(separator: ","))]".replacing("\"NODE\"", with: "\"\(id)\"")
    world.set("allocs.json", bytes: Array(text.utf8))
    return world
  }

  @Test("A drain plans the jobs that have to move, where the snapshot holds them")
  func displacedJobs() throws {
    let world = try Self.drained([Self.allocation("web", embedded: true), Self.allocation("old", embedded: false)])
    let flags = ["--allocs", "allocs.json", "--drain", "app-1"]
    let alone = world.run(Self.fleet + flags)
    #expect(alone.code == 0, "\(alone.error)")
    #expect(
      alone.output.hasPrefix(
        """
        What if: node "app-1" drains; 2 allocations on it have to go
        What if: not planned, because the snapshot does not hold the job: "old"

        Job: "web"
        Task Group: "g" (1 migrate)

        """), "\(alone.output)")
    // What runs is what the snapshot's allocations embed, for a job file given as well.
    world.set(
      "web.nomad.hcl",
      bytes: Array(
        """
        job "web" {
          datacenters = ["*"]
          group "g" {
            task "t" {
              driver = "docker"
              config {
                image = "y"
              }
              resources {
                cpu    = 100
                memory = 64
              }
            }
          }
        }
        """.utf8))
    let changed = world.run(Self.fleet + ["--allocs", "allocs.json", "web.nomad.hcl"])
    #expect(
      changed.output.hasPrefix("+/- Job: \"web\"\n+/- Task Group: \"g\" (1 create/destroy update)\n"),
      "\(changed.output)")
    let beside = world.run(Self.fleet + flags + Self.job)
    #expect(beside.output.contains("==> job \"web\" as it runs"))
    let unknown = try Self.drained([Self.allocation("old", embedded: false)]).run(Self.fleet + flags)
    #expect(unknown.code == 2)
    #expect(unknown.error.contains("the snapshot does not hold the jobs that would have to move: \"old\""))
    #expect(world.run(Self.fleet + ["--allocs", "allocs.json"]).error.contains("\"plan\" takes at least one job file"))
  }

  @Test("A server's state holds the jobs that a drain moves")
  func displacedByState() throws {
    let world = ExamplesTests.world()
    let fleet = try #require(Corpus.json("Examples/fleet.json") as? [[String: Any]])
    let id = try #require(fleet.first { $0["Name"] as? String == "app-1" }?["ID"] as? String)
    let job = Self.allocation("web", embedded: true)
    let start = try #require(job.range(of: "\"Job\": ")).upperBound
    let listed = String(job[start...].dropLast())
    let allocation = Self.allocation("web", embedded: false).replacing("\"NODE\"", with: "\"\(id)\"")
    let text = "{\"Nodes\": \(Corpus.text("Examples/fleet.json")), \"Allocs\": [\(allocation)], \"Jobs\": [\(listed)]}"
    world.set("state.json", bytes: Array(text.utf8))
    let outcome = world.run("plan", "--state", "state.json", "--drain", "app-1")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("Task Group: \"g\" (1 migrate)\n"), "\(outcome.output)")
  }

  @Test("A supposed count is held to the rules like a written one")
  func supposedCountsAreChecked() {
    let world = ExamplesTests.world()
    world.set(
      "all.nomad.hcl",
      bytes: Array(
        """
        job "all" {
          type = "system"
          group "g" {
            task "t" {
              driver = "docker"
              config {
                image = "busybox:1"
              }
            }
          }
        }

        """.utf8))
    #expect(world.run(Self.fleet + ["--set-count", "g=2", "all.nomad.hcl"]).code == 1)
  }
}
