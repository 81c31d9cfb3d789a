import Testing

@testable import Commands

@Suite struct ProgramTests {
  @Test func withoutACommandTheHelpGoesToStandardError() {
    let outcome = MemoryWorld().run()
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("Usage: jobtool COMMAND"))
  }

  @Test(arguments: ["help", "-h", "--help", "-help"]) func helpGoesToStandardOutput(_ word: String) {
    let outcome = MemoryWorld().run(word)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Usage: jobtool COMMAND"))
    #expect(outcome.error.isEmpty)
  }

  @Test(arguments: CommandList.all.map(\.name)) func everyCommandHasAHelpPage(_ name: String) {
    let page = MemoryWorld().run("help", name)
    #expect(page.code == 0)
    #expect(page.output.contains("Usage: jobtool \(name)"))
    #expect(page == MemoryWorld().run(name, "--help"))
  }

  @Test(arguments: CommandList.all.map(\.name)) func noLineOfAHelpPageIsWiderThanAHundredColumns(_ name: String) {
    let long = MemoryWorld().run("help", name).output.split(separator: "\n").filter { $0.count > 100 }
    #expect(long.isEmpty)
  }

  @Test(arguments: CommandList.all.map(\.name)) func anUnknownFlagOfAnyCommandIsWrongUse(_ name: String) {
    let outcome = MemoryWorld().run(name, "--no-such-flag-anywhere")
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error
        == "jobtool: unknown flag \"--no-such-flag-anywhere\"\n  \"jobtool help \(name)\" lists the options\n")
  }

  @Test func anUnknownCommandNamesTheNearest() {
    #expect(
      MemoryWorld().run("validat")
        == .init(code: 2, output: "", error: "jobtool: unknown command \"validat\"\n  did you mean \"validate\"?\n"))
  }

  @Test func anUnknownFlagNamesTheNearest() {
    #expect(
      MemoryWorld().run("validate", "--formt=json")
        == .init(code: 2, output: "", error: "jobtool: unknown flag \"--formt=json\"\n  did you mean \"--format\"?\n"))
  }

  @Test func versionIsOneLine() {
    #expect(MemoryWorld().run("version") == .init(code: 0, output: "jobtool \(Version.text)\n", error: ""))
    #expect(MemoryWorld().run("--version") == MemoryWorld().run("version"))
  }

  @Test func aClosedPipeEndsTheProgramQuietly() {
    let world = MemoryWorld()
    world.state.withLock { $0.outputFailure = FileFailure(.pipeClosed, "closed") }
    #expect(world.run("version").error.isEmpty)
  }

  @Test func aFullDiskBelowStandardOutputIsReported() {
    let world = MemoryWorld()
    world.state.withLock { $0.outputFailure = FileFailure(.other, "no space left on the device") }
    #expect(
      world.run("version")
        == .init(code: 2, output: "", error: "jobtool: cannot write the result: no space left on the device\n"))
  }
}
