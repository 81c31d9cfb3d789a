import Foundation
import Testing

@testable import Commands

@Suite struct LintCommandTests {
  /// Valid, with a layout that is not canonical.
  static let untidy = """
    variable "unused" {
      default = "x"
    }
    \(ValidateCommandTests.valid.replacingOccurrences(of: "  driver = ", with: "  driver   = "))
    """

  static func rules(_ outcome: MemoryWorld.Outcome) throws -> [String] {
    let diagnostics = try #require(try ReportOutputTests.json(outcome.output)["Diagnostics"] as? [[String: Any]])
    return diagnostics.compactMap { $0["Rule"] as? String }
  }

  @Test func lintSeesMoreThanValidate() throws {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    #expect(try Self.rules(world.run("validate", "--format=json", "web.nomad")) == [])
    let lint = world.run("lint", "--format=json", "web.nomad")
    #expect(lint.code == 0)
    #expect(try Self.rules(lint).contains("layout-not-canonical"))
  }

  @Test func strictLetsWarningsCount() {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    #expect(world.run("lint", "--strict", "web.nomad").code == 1)
    #expect(world.run("lint", "--strict", "web.nomad").output.contains("warning[layout-not-canonical]"))
  }

  @Test func aRuleIsSwitchedOffOrRaised() throws {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    let off = world.run("lint", "--format=json", "--rule", "layout-not-canonical=off", "web.nomad")
    #expect(try !Self.rules(off).contains("layout-not-canonical"))
    #expect(world.run("lint", "--rule", "layout-not-canonical=error", "web.nomad").code == 1)
  }

  @Test(arguments: ["nothing-like-that=off", "layout-not-canonical", "layout-not-canonical=loud"])
  func aWrongRuleIsWrongUse(_ rule: String) {
    let outcome = MemoryWorld(files: ["web.nomad": Self.untidy]).run("lint", "--rule", rule, "web.nomad")
    #expect(outcome.code == 2)
    #expect(outcome.error.hasPrefix("jobtool: flag \"--rule\": "))
  }

  @Test func aCommentSilencesTheLayout() throws {
    let world = MemoryWorld(files: [
      "web.nomad": "# jobtool:ignore-file layout-not-canonical -- generated\n" + Self.untidy
    ])
    let found = try Self.rules(world.run("lint", "--format=json", "web.nomad"))
    #expect(!found.contains("layout-not-canonical"))
    #expect(!found.contains("suppression-unused"))
  }

  @Test func fixesAreMadeInTheFile() throws {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    let outcome = world.run("lint", "--fix", "web.nomad")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("mended"))
    #expect(world.run("fmt", "-check", "web.nomad").code == 0)
    #expect(
      try Self.rules(world.run("lint", "--format=json", "--fix", "web.nomad")).contains("layout-not-canonical") == false
    )
  }

  @Test func aFileThatCannotBeMendedIsAsItWas() {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    world.state.withLock { $0.unwritable["/home/user/web.nomad"] = FileFailure(.denied, "the file is read-only") }
    let outcome = world.run("lint", "--fix", "web.nomad")
    #expect(outcome.code == 2)
    #expect(outcome.error == "jobtool: cannot write \"web.nomad\": the file is read-only\n")
    #expect(world.text("web.nomad") == Self.untidy)
  }

  @Test func standardInputCannotBeMended() {
    #expect(MemoryWorld().run("lint", "--fix", "-").code == 2)
    #expect(MemoryWorld().run("lint", "--unsafe", "x").code == 2)
  }

  @Test func aBaselineLeavesOutWhatWasThereBefore() throws {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy])
    let before = world.run("lint", "--format=json", "web.nomad")
    world.set("baseline.json", bytes: Array(before.output.utf8))
    let moved = "\n\n" + Self.untidy
    world.set("web.nomad", bytes: Array(moved.utf8))
    let after = world.run("lint", "--strict", "--baseline", "baseline.json", "./web.nomad")
    #expect(after.code == 0)
    #expect(after.output.contains("known from the baseline"))
    // What is new counts.
    world.set(
      "web.nomad", bytes: Array(moved.replacingOccurrences(of: "    task", with: "    count = -1\n    task").utf8))
    #expect(world.run("lint", "--strict", "--baseline", "baseline.json", "web.nomad").code == 1)
  }

  @Test(arguments: ["none.json", "broken.json"]) func aBaselineThatIsNoneIsWrongUse(_ name: String) {
    let world = MemoryWorld(files: ["web.nomad": Self.untidy, "broken.json": "{\"a\": 1}"])
    #expect(world.run("lint", "--baseline", name, "web.nomad").code == 2)
  }
}
