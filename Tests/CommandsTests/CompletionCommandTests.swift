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

  @Test func anotherShellIsRefused() {
    let outcome = MemoryWorld().run("completion", "tcsh")
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("no completion script for \"tcsh\""))
    #expect(MemoryWorld().run("completion").code == 2)
  }
}
