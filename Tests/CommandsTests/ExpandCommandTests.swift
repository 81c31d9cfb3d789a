import TestSupport
import Testing

@testable import Commands

/// `expand --diff` and `expand --env`.
@Suite struct ExpandCommandTests {
  @Test(arguments: ["service-mesh", "load-balancer"], ["diff", "env"])
  func `what is said of an example is recorded`(example: String, form: String) {
    let path = "Corpus/Examples/\(example).nomad.hcl"
    let outcome = ExamplesTests.world().run("expand", "--\(form)", path)
    #expect(outcome.code == 0)
    #expect(outcome.error == "")
    #expect(Expectation.mismatch(outcome.output, with: "Examples/\(example).\(form).txt") == nil)
  }

  @Test(arguments: ["diff", "env"])
  func `the JSON form is recorded`(form: String) {
    let outcome = ExamplesTests.world().run(
      "expand", "--\(form)", "--format", "json", "Corpus/Examples/load-balancer.nomad.hcl")
    #expect(outcome.code == 0)
    #expect(Expectation.mismatch(outcome.output, with: "Examples/load-balancer.\(form).json") == nil)
  }

  @Test func `only one of the two forms is printed`() {
    let outcome = ExamplesTests.world().run("expand", "--diff", "--env", "Corpus/Examples/service-mesh.nomad.hcl")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
  }

  @Test(arguments: ["--diff", "--env"])
  func `a job that is not valid has findings in place of a list`(form: String) {
    let world = MemoryWorld(files: ["bad.nomad.hcl": "job \"j\" {\n  group \"g\" {}\n"])
    let outcome = world.run("expand", form, "bad.nomad.hcl")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.error != "")
  }

  private static let job =
    "job \"j\" {\n  update {\n    canary = 1\n  }\n  group \"g\" {\n    task \"t\" {\n      driver      = \"exec\"\n      kill_signal = \"sigint\"\n\n      config {\n        command = \"true\"\n      }\n    }\n  }\n}\n"

  @Test func `an inherited value points at the block it comes from, a changed one at itself`() {
    let outcome = MemoryWorld(files: ["j.nomad.hcl": Self.job]).run("expand", "--diff", "j.nomad.hcl")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("line 2  update {\n"))
    #expect(outcome.output.contains("  adds to group \"g\":\n    update { "))
    #expect(
      outcome.output.contains(
        "line 8  kill_signal = \"sigint\"\n  changes in task \"t\":\n    kill_signal = \"SIGINT\", written as \"sigint\"\n"
      ))
  }

  @Test func `with nodes the environment has the values of a first instance`() {
    let world = ExamplesTests.world()
    let flags = ["--env", "--nodes", "Corpus/Examples/fleet.json"]
    let outcome = world.run(["expand"] + flags + ["Corpus/Examples/load-balancer.nomad.hcl"])
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        "Task \"haproxy\" of group \"haproxy\", network mode \"bridge\", as load-balancer.haproxy[0] on node \"edge-1\"\n"
      ))
    for value in ["NOMAD_ADDR_https          203.0.113.11:443 ", "NOMAD_HOST_PORT_metrics   20000 "] {
      #expect(outcome.output.contains(value), "\(outcome.output)")
    }
    #expect(outcome.output.contains("(an example: the cluster picks its own)"))
    let json = world.run(["expand"] + flags + ["--format=json", "Corpus/Examples/load-balancer.nomad.hcl"])
    #expect(json.output.contains("\"NodeName\": \"edge-1\""))
    let unplaced = world.run(["expand"] + flags + ["Corpus/Examples/missing-cni-network.nomad.hcl"])
    #expect(unplaced.code == 0)
    #expect(unplaced.output.contains("; no new instance has a place on these nodes\n"))
  }

  @Test func `nodes are for the environment alone`() {
    let outcome = ExamplesTests.world().run(
      "expand", "--nodes", "Corpus/Examples/fleet.json", "Corpus/Examples/load-balancer.nomad.hcl")
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("flag \"--nodes\" is for \"--env\""))
  }

  @Test func `values that switch nothing on are for --verbose`() {
    let world = MemoryWorld(files: ["j.nomad.hcl": Self.job])
    #expect(!world.run("expand", "--diff", "j.nomad.hcl").output.contains("all_at_once"))
    #expect(world.run("expand", "--diff", "--verbose", "j.nomad.hcl").output.contains("    all_at_once = false\n"))
  }

  @Test func `--verbose tells beside the job which task forces a pause container`() {
    let outcome = ExamplesTests.world().run("expand", "--verbose", "Corpus/Examples/load-balancer.nomad.hcl")
    #expect(outcome.code == 0)
    #expect(outcome.error.contains("task \"haproxy\" of group \"haproxy\" has driver \"docker\""))
    #expect(outcome.output.hasPrefix("{"))
  }
}
