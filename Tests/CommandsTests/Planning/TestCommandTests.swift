import Testing

@testable import Commands

@Suite("test")
struct TestCommandTests {
  /// A world with the examples and one test file beside them.
  static func world(_ text: String) -> MemoryWorld {
    let world = ExamplesTests.world()
    world.set("Corpus/Examples/placement.test.hcl", bytes: [])
    world.set("Corpus/Examples/t.test.hcl", bytes: Array(("nodes = [\"fleet.json\"]\n" + text).utf8))
    return world
  }

  static func run(_ text: String) -> MemoryWorld.Outcome {
    world(text).run("test", "--color=never", "Corpus/Examples/t.test.hcl")
  }

  /// A case about the example that fits in part.
  static func oneCase(_ expectation: String, _ more: String = "") -> String {
    """
    case "c" {
      job = "fits-in-part.nomad.hcl"
      \(more)
      expect {
        \(expectation)
      }
    }

    """
  }

  @Test("The example's cases pass")
  func example() {
    let outcome = ExamplesTests.world().run("test", "Corpus/Examples")
    #expect(outcome.code == 0)
    #expect(outcome.error == "")
    #expect(
      outcome.output
        == """
        Corpus/Examples/placement.test.hcl
          ok    the load balancer has one instance on each edge node
          ok    the fleet has no third place for the load balancer
          ok    losing an edge node leaves the load balancer on the other
          ok    payments has no place before its network is rolled out
          ok    two more app nodes take all transcoders
        5 cases: 5 passed

        """)
  }

  @Test(
    "Expectations that hold",
    arguments: [
      "places = 8", "places_at_least = 8", "places_at_most = 8", "unplaced = 2", "stops = 0", "preempts = 0",
      "canaries = 0", "updates_in_place = 0", "status = \"partial\"", "valid = true", "fails_with = \"cpu\"",
      "fails_with = \"missing drivers\"", "job = \"transcode\"", "group = \"worker\"",
      "never_on {\n class = \"ed*\"\n }", "only_on {\n class = \"app\"\n }\n only_on {\n meta = { rack = \"r*\" }\n }",
      "never_on {\n attributes = { \"kernel.name\" = \"windows\" }\n }", "never_on {\n pool = \"other\"\n }",
    ])
  func holds(_ expectation: String) {
    #expect(Self.run(Self.oneCase(expectation)).code == 0, "\(Self.run(Self.oneCase(expectation)).output)")
  }

  @Test(
    "Expectations that do not hold say what was expected and what came",
    arguments: [
      ("places = 9", "places: expected 9, got 8"),
      ("places_at_least = 9", "places_at_least: expected at least 9, got 8"),
      ("places_at_most = 7", "places_at_most: expected at most 7, got 8"),
      ("unplaced = 0", "unplaced: expected 0, got 2"),
      ("stops = 1", "stops: expected 1, got 0"), ("status = \"placed\"", "status: expected placed, got partial"),
      ("valid = false", "valid: expected false, got true"),
      ("finding = \"x-y\"", "finding: expected \"x-y\", got none"),
      ("fails_with = \"disk\"", "fails_with: expected \"disk\", got \"computed class ineligible\" and \"cpu\""),
      ("on_distinct = \"${meta.rack}\"", "on_distinct: expected each instance on another ${meta.rack}, got"),
      (
        "on_distinct = \"${meta.none}\"",
        "on_distinct: expected a value of ${meta.none} for every instance, got none for"
      ),
      (
        "never_on {\n class = \"db\"\n }",
        "never_on: expected no instance on class \"db\", got transcode.worker[4] on db-1"
      ),
      ("only_on {\n datacenter = \"fra\"\n }", "only_on: expected instances only on datacenter \"fra\", got"),
      ("group = \"wroker\"", "group: expected \"wroker\", got no group of that name, nearest \"worker\""),
      ("job = \"x\"", "job: expected \"x\", got no job of that name"),
    ])
  func fails(_ expectation: String, _ message: String) {
    let outcome = Self.run(Self.oneCase(expectation))
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("error[test-expectation]: \(message)"), "\(outcome.output)")
    #expect(outcome.output.contains("--> Corpus/Examples/t.test.hcl:6:"))
    #expect(outcome.output.contains("        Scheduler dry-run:\n"))
    #expect(outcome.output.hasSuffix("1 case: 1 failed\n"))
  }

  @Test("What a case supposes holds for its plan")
  func whatIf() {
    let more = """
      what_if {
        without   = ["class=db"]
        drain     = ["gpu-1"]
        set_count = { worker = 6 }
        add_nodes {
          count = 2
          like  = "app-1"
        }
      }
      """
    #expect(Self.run(Self.oneCase("places = 6\n unplaced = 0\n only_on {\n class = \"app\"\n }", more)).code == 0)
  }

  @Test("A job with errors fails its case, unless that is expected")
  func invalidJobs() {
    let world = Self.world(
      """
      case "c" {
        job = "bad.nomad.hcl"
        expect {
          unplaced = 0
        }
      }

      case "d" {
        job = "bad.nomad.hcl"
        expect {
          valid   = false
          finding = "schema-unknown-attribute"
        }
      }

      """)
    world.set("Corpus/Examples/bad.nomad.hcl", bytes: Array("job \"b\" {\n  typ = \"x\"\n}\n".utf8))
    let outcome = world.run("test", "Corpus/Examples/t.test.hcl")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("FAIL  c"))
    #expect(outcome.output.contains("case: expected valid jobs, got an error: \"job\" has no attribute \"typ\""))
    #expect(outcome.output.contains("ok    d"))
  }

  @Test(
    "A case that cannot be run is an error of its own, code 2",
    arguments: [
      ("job = \"none.nomad.hcl\"", "cannot read \"Corpus/Examples/none.nomad.hcl\": no such file or folder"),
      ("jobs = [\"fits-in-part.nomad.hcl\"]\n nodes = [\"none.json\"]", "cannot read \"Corpus/Examples/none.json\""),
      (
        "job = \"fits-in-part.nomad.hcl\"\n what_if {\n drain = [\"app-11\"]\n }",
        "no node is called \"app-11\"; did you mean \"app-1\"?"
      ),
    ])
  func errors(_ content: String, _ message: String) {
    let outcome = Self.run("case \"c\" {\n \(content)\n expect {\n places = 1\n }\n}\n")
    #expect(outcome.code == 2)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("  ERROR c\n\n        \(message)"), "\(outcome.output)")
  }

  @Test(
    "Mistakes in a test file are found at their place",
    arguments: [
      ("case \"c\" {\n job = \"a\"\n expect {\n place = 1\n }\n}", "4:", "did you mean \"places\"?"),
      ("case \"c\" {\n expect {\n places = 1\n }\n}", "1:", "case \"c\" has no job to plan"),
      ("case \"c\" {\n job = \"a\"\n}", "1:", "case \"c\" expects nothing"),
      ("case {\n job = \"a\"\n}", "1:", "name"),
      ("case \"c\" {\n job = \"a\"\n expect {\n places = \"many\"\n }\n}", "4:", "\"places\" takes a whole number"),
      (oneCase("places = 8") + oneCase("places = 8"), "8:", "two cases are called \"c\""),
      ("case \"c\" {", "1:", "error[syntax-"),
    ])
  func mistakes(_ text: String, _ line: String, _ message: String) {
    let outcome = Self.world(text).run("test", "Corpus/Examples/t.test.hcl")
    #expect(outcome.code == 2)
    // The first line names the nodes.
    let shifted = "\((Int(line.dropLast()) ?? 0) + 1):"
    #expect(outcome.output.contains("--> Corpus/Examples/t.test.hcl:\(shifted)"), "\(outcome.output)")
    #expect(outcome.output.contains(message), "\(outcome.output)")
  }

  @Test("JSON and JUnit tell the same")
  func machineFormats() throws {
    let world = Self.world(Self.oneCase("places = 9"))
    let json = try ReportOutputTests.json(world.run("test", "--format=json", "Corpus/Examples/t.test.hcl").output)
    let first = try #require((json["Cases"] as? [[String: Any]])?.first)
    #expect(first["Status"] as? String == "failed")
    #expect((first["Failures"] as? [[String: Any]])?.first?["Actual"] as? String == "8")
    #expect((json["Summary"] as? [String: Any])?["Failed"] as? Int == 1)
    let junit = world.run("test", "--format", "junit", "Corpus/Examples/t.test.hcl")
    #expect(junit.code == 1)
    #expect(try XMLCheck.isWellFormed(junit.output))
    #expect(junit.output.contains("<failure message=\"places: expected 9, got 8\">"))
  }

  @Test("A filter picks cases by their name, and folders are searched")
  func filter() {
    let world = ExamplesTests.world()
    #expect(world.run("test", "--filter", "load balancer", "Corpus").output.hasSuffix("3 cases: 3 passed\n"))
    #expect(world.run("test").output.hasSuffix("5 cases: 5 passed\n"))
    #expect(MemoryWorld().run("test").code == 2)
    #expect(world.run("test", "-").code == 2)
  }

  @Test("No input crashes it")
  func hostileInput() {
    for (name, bytes) in HostileInputTests.inputs {
      let world = MemoryWorld()
      world.set("x.test.hcl", bytes: bytes)
      #expect([0, 2].contains(world.run("test", "x.test.hcl").code), "\(name)")
    }
  }
}
