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
