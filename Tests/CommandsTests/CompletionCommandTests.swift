import Foundation
import Testing

@testable import Commands

@Suite struct CompletionCommandTests {
  @Test(arguments: ["bash", "zsh", "fish"]) func everyCommandAndOptionIsCompleted(_ shell: String) {
    let script = MemoryWorld().run("completion", shell)
    #expect(script.code == 0)
    for command in CommandList.all {
      #expect(script.output.contains(command.name))
      for option in command.options.options {
        #expect(script.output.contains(shell == "fish" ? "-l \(option.name) " : "--\(option.name)"))
      }
    }
  }

  /// The words of a command line as bash splits them, and what it is offered for the last one.
  static let lines: [(words: [String], offered: [String])] = [
    (["jobtool", "val"], ["validate"]), (["jobtool", "lint", "--format", "j"], ["json", "junit"]),
    (["jobtool", "lint", "--format", "=", "j"], ["json", "junit"]), (["jobtool", "lint", "--format", "="], []),
    (["jobtool", "explain", "port-unk"], ["port-unknown-label"]),
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"))) func bashCompletesForReal() throws {
    var script = MemoryWorld().run("completion", "bash").output
    for line in Self.lines {
      let words = line.words.map { "'\($0)'" }.joined(separator: " ")
      script += "COMP_WORDS=(\(words)) COMP_CWORD=\(line.words.count - 1)\n_jobtool\necho \"${COMPREPLY[*]}\"\n"
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("completion-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appendingPathComponent("my job.nomad.hcl"))
    script += "COMP_WORDS=(jobtool validate m) COMP_CWORD=2\n_jobtool\necho \"${#COMPREPLY[@]} ${COMPREPLY[0]}\"\n"
    let bash = Process()
    bash.executableURL = URL(fileURLWithPath: "/bin/bash")
    bash.arguments = ["--norc", "-c", script]
    bash.currentDirectoryURL = folder
    let pipe = Pipe()
    bash.standardOutput = pipe
    try bash.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    bash.waitUntilExit()
    let offered = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let expected = Self.lines.map { $0.offered.joined(separator: " ") } + ["1 my job.nomad.hcl", ""]
    #expect(offered.count == expected.count, "\(output)")
    for (offer, wanted) in zip(offered, expected) where !wanted.isEmpty { #expect(offer == wanted) }
  }

  @Test func anotherShellIsRefused() {
    let outcome = MemoryWorld().run("completion", "tcsh")
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("no completion script for \"tcsh\""))
    #expect(MemoryWorld().run("completion").code == 2)
  }
}
