import HCLParser

extension World {
  /// Columns that a line of an excerpt may take beside its gutter.
  var excerptWidth: Int { terminal.width.map { max(40, $0 - 12) } ?? 120 }

  /// Colour or not: as the user says, else as the environment says, else where a terminal reads it.
  func style(_ arguments: ParsedArguments) -> TextStyle {
    switch arguments.value(.color) {
    case "always": return .coloured
    case "never": return .plain
    default: break
    }
    if let forced = environment["CLICOLOR_FORCE"], !forced.isEmpty, forced != "0" { return .coloured }
    if let off = environment["NO_COLOR"], !off.isEmpty { return .plain }
    return terminal.outputIsTerminal && environment["TERM"] != "dumb" ? .coloured : .plain
  }
}
