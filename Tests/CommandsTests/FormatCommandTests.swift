import Synchronization
import Testing

@testable import Commands

@Suite struct FormatCommandTests {
  static let ugly = "job \"a\" {\ntype=\"batch\"\n}\n"
  static let pretty = "job \"a\" {\n  type = \"batch\"\n}\n"

  @Test func aFileIsRewrittenAndNamed() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    #expect(world.run("fmt", "a.nomad") == .init(code: 0, output: "a.nomad\n", error: ""))
    #expect(world.text("a.nomad") == Self.pretty)
    #expect(world.run("fmt", "a.nomad") == .init(code: 0, output: "", error: ""))
  }

  @Test func theProgramOfItsOwnDoesTheSame() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    #expect(world.run("a.nomad", program: .nomadfmt) == .init(code: 0, output: "a.nomad\n", error: ""))
    #expect(world.text("a.nomad") == Self.pretty)
  }

  @Test(arguments: ["-check", "--check", "-check=true"]) func checkNamesAndWritesNothing(_ flag: String) {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly, "b.nomad": Self.pretty])
    #expect(world.run("fmt", flag, "a.nomad", "b.nomad") == .init(code: 1, output: "a.nomad\n", error: ""))
    #expect(world.text("a.nomad") == Self.ugly)
    #expect(world.run("fmt", flag, "b.nomad") == .init(code: 0, output: "", error: ""))
  }

  @Test func withoutWritingFilesStay() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    #expect(world.run("fmt", "-write=false", "a.nomad") == .init(code: 0, output: "a.nomad\n", error: ""))
    #expect(world.text("a.nomad") == Self.ugly)
  }

  @Test func withoutListingNothingIsNamed() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    #expect(world.run("fmt", "-list=false", "a.nomad") == .init(code: 0, output: "", error: ""))
    #expect(world.text("a.nomad") == Self.pretty)
  }

  @Test func withNeitherTheTextIsPrinted() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    #expect(
      world.run("fmt", "-list=false", "-write=false", "a.nomad") == .init(code: 0, output: Self.pretty, error: ""))
  }

  @Test func standardInputIsFormattedToStandardOutput() {
    let world = MemoryWorld(input: Array(Self.ugly.utf8))
    #expect(world.run("fmt", "-") == .init(code: 0, output: Self.pretty, error: ""))
    #expect(world.run("fmt", "-check", "-") == .init(code: 1, output: "<stdin>\n", error: ""))
    #expect(
      world.run("fmt", "-check", "-stdin-filename", "web.nomad", "-")
        == .init(code: 1, output: "web.nomad\n", error: ""))
  }

  @Test func theDifferenceIsUnified() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    let outcome = world.run("fmt", "-diff", "-check", "a.nomad")
    #expect(
      outcome.output == """
        a.nomad
        --- a/a.nomad
        +++ b/a.nomad
        @@ -1,3 +1,3 @@
         job "a" {
        -type="batch"
        +  type = "batch"
         }

        """)
    #expect(outcome.code == 1)
  }

  @Test func aFileWithASyntaxErrorIsReportedLeftAloneAndTheOthersGoOn() {
    let world = MemoryWorld(files: ["a.nomad": "job {\n", "b.nomad": Self.ugly])
    let outcome = world.run("fmt", "a.nomad", "b.nomad")
    #expect(outcome.code == 1)
    #expect(outcome.output == "b.nomad\n")
    #expect(outcome.error.contains("--> a.nomad:1:"))
    #expect(world.text("a.nomad") == "job {\n")
    #expect(world.text("b.nomad") == Self.pretty)
  }

  @Test func aMissingFileIsWrongUseAndTheOthersGoOn() {
    let world = MemoryWorld(files: ["b.nomad": Self.ugly])
    let outcome = world.run("fmt", "a.nomad", "b.nomad")
    #expect(outcome.code == 2)
    #expect(outcome.error == "jobtool: cannot read \"a.nomad\": no such file or folder\n")
    #expect(world.text("b.nomad") == Self.pretty)
  }

  @Test func aFileThatCannotBeWrittenIsReported() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly])
    world.state.withLock { $0.unwritable["/home/user/a.nomad"] = FileFailure(.denied, "the file is read-only") }
    let outcome = world.run("fmt", "a.nomad")
    #expect(
      outcome == .init(code: 2, output: "", error: "jobtool: cannot write \"a.nomad\": the file is read-only\n"))
    #expect(world.text("a.nomad") == Self.ugly)
  }

  @Test func aFileReachedTwiceIsFormattedOnce() {
    let world = MemoryWorld(files: ["real.nomad": Self.ugly], links: ["link.nomad": "real.nomad"])
    #expect(
      world.run("fmt", "link.nomad", "real.nomad", "./real.nomad")
        == .init(code: 0, output: "link.nomad\n", error: ""))
    #expect(world.text("real.nomad") == Self.pretty)
  }

  @Test func afterASignalNoOtherFileIsBegun() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly, "b.nomad": Self.ugly])
    var real = world.world(["fmt"], [:], Terminal())
    let calls = Mutex([String]())
    real.interrupts = Interrupts(
      hold: { calls.withLock { $0.append("hold") } },
      isPending: { calls.withLock { $0.contains("replaced") } },
      release: { calls.withLock { $0.append("release") } })
    real.threads = 1
    let replace = real.files.replace
    real.files.replace = { (path, bytes, version) throws(FileFailure) in
      try replace(path, bytes, version)
      calls.withLock { $0.append("replaced") }
    }
    _ = Program.run(in: real)
    #expect(calls.withLock { $0 } == ["hold", "replaced", "release"])
    #expect(world.text("a.nomad") == Self.pretty)
    #expect(world.text("b.nomad") == Self.ugly)
  }

  @Test func longWorkShowsOneLineOnATerminalAndRemovesIt() {
    let world = MemoryWorld(files: ["a.nomad": Self.pretty, "b.nomad": Self.pretty])
    let slow = Terminal(errorIsTerminal: true, runsLong: { true })
    let error = world.run(["fmt"], terminal: slow).error
    #expect(error == "\r1 of 2 files\u{1B}[K\r2 of 2 files\u{1B}[K\r\u{1B}[K")
    #expect(world.run(["fmt"], terminal: Terminal(errorIsTerminal: true)).error.isEmpty)
    #expect(world.run(["fmt"], terminal: Terminal(runsLong: { true })).error.isEmpty)
  }

  @Test func aFolderIsSearchedForJobFiles() {
    let world = MemoryWorld(files: [
      "jobs/a.nomad": Self.ugly, "jobs/deep/b.nomad.hcl": Self.ugly, "jobs/c.hcl": Self.ugly,
      "jobs/vars.hcl": "a=1\n", "jobs/.hidden/d.nomad": Self.ugly, "jobs/notes.txt": "x",
    ])
    #expect(
      world.run("fmt", "jobs")
        == .init(code: 0, output: "jobs/a.nomad\njobs/c.hcl\njobs/deep/b.nomad.hcl\n", error: ""))
    #expect(world.text("jobs/vars.hcl") == "a=1\n")
    #expect(world.text("jobs/.hidden/d.nomad") == Self.ugly)
  }

  @Test func withoutRecursionOnlyTheFolderItselfIsSearched() {
    let world = MemoryWorld(files: ["a.nomad": Self.ugly, "deep/b.nomad": Self.ugly])
    #expect(world.run("fmt", "-recursive=false") == .init(code: 0, output: "a.nomad\n", error: ""))
    #expect(world.run("fmt") == .init(code: 0, output: "deep/b.nomad\n", error: ""))
  }

  @Test func aNamedFileMayHaveAnyName() {
    let world = MemoryWorld(files: ["values.tfvars": "a=1\n"])
    #expect(world.run("fmt", "values.tfvars") == .init(code: 0, output: "values.tfvars\n", error: ""))
  }

  @Test func anEmptyFolderIsNoTrouble() {
    let world = MemoryWorld(files: ["empty/notes.txt": "x"])
    #expect(world.run("fmt", "empty") == .init(code: 0, output: "", error: ""))
  }
}
