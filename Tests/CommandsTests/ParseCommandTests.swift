import Foundation
import Testing

@testable import Commands

@Suite struct ParseCommandTests {
  @Test func theJobIsPrintedInItsEnvelope() throws {
    let world = MemoryWorld(files: ["web.nomad": ValidateCommandTests.valid])
    let outcome = world.run("parse", "web.nomad")
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    let job = try #require(try ReportOutputTests.json(outcome.output)["Job"] as? [String: Any])
    #expect(job["ID"] as? String == "web")
    #expect(job["Region"] is NSNull)
  }

  @Test func theExpandedJobHasItsDefaults() throws {
    let world = MemoryWorld(files: ["web.nomad": ValidateCommandTests.valid])
    let job = try #require(try ReportOutputTests.json(world.run("expand", "web.nomad").output)["Job"] as? [String: Any])
    #expect(job["Region"] as? String == "global")
    #expect(job["Priority"] as? Int == 50)
  }

  @Test(arguments: ["parse", "expand"]) func anInvalidJobGivesFindingsInstead(_ command: String) throws {
    let world = MemoryWorld(files: ["web.nomad": "job \"web\" {\n"])
    let plain = world.run(command, "web.nomad")
    #expect(plain.code == 1)
    #expect(plain.output.isEmpty)
    #expect(plain.error.contains("--> web.nomad:1:"))
    let machine = world.run(command, "--format=json", "web.nomad")
    #expect(machine.code == 1)
    #expect(machine.error.isEmpty)
    #expect(try ReportOutputTests.json(machine.output)["Diagnostics"] != nil)
  }

  @Test(arguments: ["parse", "expand"]) func exactlyOneFileIsTaken(_ command: String) {
    let world = MemoryWorld(files: ["web.nomad": ValidateCommandTests.valid])
    #expect(world.run(command).code == 2)
    #expect(world.run(command, "web.nomad", "web.nomad").code == 2)
    #expect(world.run(command, "none.nomad").code == 2)
    #expect(world.run(command, ".").code == 2)
  }

  @Test func whatParseprintsIsReadAgain() {
    let world = MemoryWorld(files: ["web.nomad": ValidateCommandTests.valid])
    let once = world.run("parse", "web.nomad").output
    world.set("web.json", bytes: Array(once.utf8))
    #expect(world.run("parse", "web.json").output == once)
  }
}
