import Testing

@testable import Commands

@Suite("diff")
struct DiffCommandTests {
  static func job(image: String = "nginx:1", count: Int = 1) -> String {
    """
    job "web" {
      group "api" {
        count = \(count)
        task "server" {
          driver = "docker"
          config {
            image = "\(image)"
          }
        }
      }
    }

    """
  }

  static func world() -> MemoryWorld {
    MemoryWorld(
      files: [
        "old.nomad.hcl": job(), "new.nomad.hcl": job(image: "nginx:2", count: 2), "same.nomad.hcl": "\n" + job(),
      ],
      input: Array(job(count: 3).utf8))
  }

  @Test("Jobs that differ are shown as nomad job plan shows them, and the code is 1")
  func different() {
    let outcome = Self.world().run("diff", "old.nomad.hcl", "new.nomad.hcl")
    #expect(
      outcome
        == .init(
          code: 1,
          output: """
            +/- Job: "web"
            +/- Task Group: "api"
              +/- Count: "1" => "2" (forces create)
              +/- Task: "server" (forces create/destroy update)
                +/- Config {
                  +/- image: "nginx:1" => "nginx:2"
                    }

            """, error: ""))
  }

  @Test("Equal jobs print nothing, and the code is 0")
  func equal() {
    #expect(Self.world().run("diff", "old.nomad.hcl", "same.nomad.hcl") == .init(code: 0, output: "", error: ""))
  }

  @Test("JSON is Nomad's JobDiff, for equal jobs too")
  func json() throws {
    let world = Self.world()
    let different = try ReportOutputTests.json(world.run("diff", "--format=json", "old.nomad.hcl", "-").output)
    #expect(different["Type"] as? String == "Edited")
    #expect((different["TaskGroups"] as? [[String: Any]])?.first?["Name"] as? String == "api")
    let equal = try ReportOutputTests.json(world.run("diff", "--format=json", "old.nomad.hcl", "same.nomad.hcl").output)
    #expect(equal["Type"] as? String == "None")
  }

  @Test("A job that cannot be read, or wrong use, is code 2 and nothing on standard output")
  func errors() {
    let world = Self.world()
    world.set("broken.nomad.hcl", bytes: Array("job \"web\" {".utf8))
    for operands in [
      ["old.nomad.hcl"], ["-", "-"], ["old.nomad.hcl", "none"], ["broken.nomad.hcl", "old.nomad.hcl"],
    ] {
      let outcome = world.run(["diff"] + operands)
      #expect(outcome.code == 2)
      #expect(outcome.output == "")
    }
    #expect(world.run("diff", "broken.nomad.hcl", "old.nomad.hcl").error.contains("broken.nomad.hcl:1:"))
  }
}
