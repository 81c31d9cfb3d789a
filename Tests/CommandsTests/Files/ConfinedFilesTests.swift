import HCLParser
import Testing

@testable import Commands

@Suite struct ConfinedFilesTests {
  private static func world() -> MemoryWorld {
    MemoryWorld(
      files: [
        "jobs/web.nomad": "", "jobs/a.txt": "a", "jobs/deep/b.txt": "b", "secret.txt": "s", "/etc/passwd": "p",
      ], links: ["jobs/way-out": "secret.txt", "jobs/folder-out": "/etc", "jobs/inner": "jobs/a.txt"])
  }

  private static func access(_ flags: String...) throws -> FileAccess {
    let world = Self.world().world(flags, ["HOME": "/home/user"], Terminal())
    let arguments = try ArgumentReader(table: .forJobs).read(flags)
    return world.fileAccess(for: .path("jobs/web.nomad"), arguments)
  }

  @Test(arguments: ["jobs/a.txt", "/home/user/jobs/a.txt", "jobs/../jobs/a.txt", "jobs/inner"])
  func filesBelowTheJobFilesFolderAreRead(_ path: String) throws {
    #expect(try Self.access().read(path) == Array("a".utf8))
  }

  @Test(
    arguments: [
      "secret.txt", "jobs/../secret.txt", "/etc/passwd", "jobs/way-out", "jobs/folder-out/passwd", "../other", "/",
    ])
  func whatLiesOutsideIsRefusedWithTheFlagThatOpensIt(_ path: String) throws {
    let access = try Self.access()
    let failure = #expect(throws: FileAccess.Failure.self) { try access.read(path) }
    #expect(failure?.message.contains("\"--allow-file-access DIR\"") == true)
    // Not even its existence is told.
    #expect(throws: FileAccess.Failure.self) { try access.kind(path) }
    #expect(throws: FileAccess.Failure.self) { try access.filesBelow(path) }
  }

  @Test func aMissingFileBelowTheFolderIsMissing() throws {
    let access = try Self.access()
    #expect(try access.kind("jobs/none/x.txt") == nil)
    #expect(#expect(throws: FileAccess.Failure.self) { try access.read("jobs/none") }?.message == "no such file")
  }

  @Test func aNamedFolderOpensMore() throws {
    let access = try Self.access("--allow-file-access", "/home")
    #expect(try access.read("secret.txt") == Array("s".utf8))
    #expect(try access.read("jobs/way-out") == Array("s".utf8))
    #expect(throws: FileAccess.Failure.self) { try access.read("/etc/passwd") }
  }

  @Test func noneSwitchesFileFunctionsOff() throws {
    let access = try Self.access("--allow-file-access=none")
    #expect(!access.isEnabled)
    #expect(throws: FileAccess.Failure.self) { try access.read("jobs/a.txt") }
  }

  @Test func filesAreListedInByteOrderWithoutFollowingLinksThatLeadOut() throws {
    #expect(try Self.access().filesBelow("jobs") == ["a.txt", "deep/b.txt", "inner", "way-out", "web.nomad"])
  }

  @Test func linksToFoldersAreFollowedButNotInCircles() throws {
    let world = MemoryWorld(
      files: ["jobs/deep/b.txt": "b", "jobs/web.nomad": ""],
      links: ["jobs/more": "jobs/deep", "jobs/deep/up": "jobs", "jobs/deep/self": "jobs/deep"])
    let access = world.world([], [:], Terminal()).fileAccess(
      for: .path("jobs/web.nomad"), try ArgumentReader(table: .forJobs).read([]))
    #expect(try access.filesBelow("jobs") == ["deep/b.txt", "more/b.txt", "web.nomad"])
  }

  @Test func aMissingFolderHoldsNoFiles() throws {
    #expect(try Self.access().filesBelow("jobs/none") == [])
    #expect(try Self.access().filesBelow("jobs/a.txt") == [])
  }

  @Test func aTildeIsTheHomeFolder() throws {
    let access = try Self.access()
    #expect(try access.expandHome("~/x") == "/home/user/x")
    #expect(try access.expandHome("~/../y/") == "/home/y")
    #expect(try access.expandHome("x~") == "x~")
    #expect(throws: FileAccess.Failure.self) { try access.expandHome("~root/x") }
  }
}
