/// `jobtool completion SHELL`.
struct CompletionCommand: Command {
  let name = "completion"
  let summary = "print a completion script for a shell"
  let operands = "bash|zsh|fish"
  let operandCompletion = Completion.words(shells)
  let details = """
    Prints a script that completes commands, flags and their values.
    bash: source <(jobtool completion bash)
    zsh: jobtool completion zsh > "${fpath[1]}/_jobtool"
    fish: jobtool completion fish > ~/.config/fish/completions/jobtool.fish
    """
  var options: OptionTable {
    OptionTable([])
  }

  private static let shells = ["bash", "zsh", "fish"]

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    guard let shell = arguments.operands.first, arguments.operands.count == 1 else {
      throw Misuse("\"completion\" takes the name of one shell: bash, zsh or fish")
    }
    let scripts = CompletionScripts(program: "jobtool", commands: CommandList.all)
    switch shell {
    case "bash": try world.print(scripts.bash)
    case "zsh": try world.print(scripts.zsh)
    case "fish": try world.print(scripts.fish)
    default: throw Misuse("no completion script for \"\(shell)\"; there are some for bash, zsh and fish")
    }
    return .success
  }
}
