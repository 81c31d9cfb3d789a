/// The help of a program and of its commands, made from their declarations.
struct HelpText {
  var program: Program

  /// What the program says when called without a command.
  var overview: String {
    var text = "Usage: \(program.name) COMMAND [OPTIONS] [PATH…]\n\n\(program.summary)\n\nCommands:\n"
    text += Self.columns(program.commands.map { ($0.name, $0.summary) })
    text += """

      Flags take one dash or two, and "=" or a space before the value; "--" ends them; "-" as a path is standard input.
      "\(program.name) help COMMAND" says more about a command.

      Exit codes: 0 clean, 1 the input has errors, 2 wrong use, 3 an allocation cannot be placed.

      """
    return text
  }

  /// The help of one command.
  func page(of command: any Command) -> String {
    let call = program.isSingleCommand ? program.name : "\(program.name) \(command.name)"
    let options = command.options.options.isEmpty ? "" : " [OPTIONS]"
    let operands = command.operands.isEmpty ? "" : " \(command.operands)"
    var text = "Usage: \(call)\(options)\(operands)\n\n"
    text += Self.filled(command.details, width: Self.width) + "\n"
    if !command.options.options.isEmpty {
      text += "\nOptions:\n" + Self.columns(command.options.options.map { ($0.heading, $0.summary) })
    }
    return text
  }

  private static let width = 100
  private static let widestHeading = 30

  /// Two columns; a heading too wide for the first stands on a line of its own.
  static func columns(_ rows: [(heading: String, summary: String)]) -> String {
    let column = min(widestHeading, rows.map { $0.heading.count }.max() ?? 0) + 4
    var text = ""
    for row in rows {
      let lines = filled(row.summary, width: width - column).split(separator: "\n")
      var first = "  " + row.heading
      if first.count > column - 2 {
        text += first + "\n"
        first = ""
      }
      for (index, line) in lines.enumerated() {
        let lead = index == 0 ? first : ""
        text += lead + String(repeating: " ", count: max(0, column - lead.count)) + line + "\n"
      }
    }
    return text
  }

  /// Paragraphs broken at blanks so that no line is wider than `width`; lines that begin with a blank are left alone.
  static func filled(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph -> String in
      guard paragraph.count > width, paragraph.first != " " else { return String(paragraph) }
      var lines: [String] = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.count + 1 + word.count <= width {
          lines[lines.count - 1] += " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
