/// `jobtool fmt` and the program `nomadfmt`.
struct FormatCommand: Command {
  let name = "fmt"
  let summary = "rewrite files in canonical layout"
  let operands = "[PATH…]"
  let details = "Rewrites files in canonical layout."
  let options = OptionTable([])

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode { .success }
}
