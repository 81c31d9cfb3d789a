/// What is said about strings, heredocs and templates.
extension Diagnostic {
  static func unclosedString(_ range: SourceRange, atFileEnd: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unclosed-string", "this string is not closed", at: range,
      detail: atFileEnd ? "The file ends before its closing quote." : "A quoted string ends on its own line.",
      help: "add the closing \"")
  }

  static func lineEndInString(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-multiline-string", "a quoted string ends on its own line", at: range,
      help: "write \\n for a line end, or a heredoc (<<EOT … EOT) for text of several lines")
  }

  static func unclosedHeredoc(
    _ range: SourceRange, marker: String, opener: SourceRange, markerAtFileEnd: SourceRange?
  ) -> Diagnostic {
    if let markerAtFileEnd {
      return Diagnostic(
        .error, "syntax-unclosed-heredoc", "the line of the end marker \"\(marker)\" must end with a line end",
        at: range,
        detail: "A marker that the file ends with does not end the heredoc.",
        related: [Related("the heredoc begins here", opener)], help: "add a line end after the marker",
        fixes: [
          Fix(
            "add a line end", edits: [TextEdit(.empty(at: markerAtFileEnd.end, source: range.source), "\n")],
            isSafe: true)
        ])
    }
    return Diagnostic(
      .error, "syntax-unclosed-heredoc", "the heredoc \"\(marker)\" is not closed", at: range,
      detail: "No line from its first one to the end of the file holds \"\(marker)\" and nothing else.",
      related: [Related("the heredoc begins here", opener)],
      help: "write \"\(marker)\" on a line of its own where the text ends")
  }

  static func heredocOpener(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-heredoc-marker", "nothing may follow the marker that begins a heredoc", at: range,
      detail: "Not even a blank.", help: "end the line right after the marker")
  }

  static func heredocMarker(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-heredoc-marker", "the end marker of a heredoc stands on a line of its own", at: range,
      help: "begin a new line after the marker")
  }

  static func badEscape(_ range: SourceRange, _ problem: StringEscapes.Problem, _ text: String) -> Diagnostic {
    switch problem {
    case .unknown:
      Diagnostic(
        .error, "syntax-bad-escape", "\"\(text)\" is not an escape", at: range,
        detail: "There are \\n, \\r, \\t, \\\", \\\\, \\uXXXX and \\UXXXXXXXX.", help: "write \\\\ for a backslash")
    case .tooFewDigits(let wanted):
      Diagnostic(
        .error, "syntax-bad-escape",
        "\"\\\(wanted == 4 ? "u" : "U")\" takes \(wanted == 4 ? "four" : "eight") hexadecimal digits", at: range,
        help: "write \\\\ for a backslash")
    case .noCharacter:
      Diagnostic(
        .error, "syntax-bad-escape", "\"\(text)\" is no character", at: range,
        detail: "Unicode ends at U+10FFFF, and U+D800 to U+DFFF are halves of pairs.")
    }
  }

  static func templateInLabel(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-label-template", "a label is plain text, without \"${\" and \"%{\"", at: range,
      help: "write the label out, or \"$${\" for the characters \"${\" themselves")
  }

  static func unclosedInterpolation(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unclosed-interpolation", "this \"${\" is not closed", at: range,
      help: "add the \"}\", or write \"$${\" for the characters \"${\" themselves")
  }

  static func extraInInterpolation(_ range: SourceRange, found: String, opener: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-extra-in-interpolation", "expected \"}\" after the expression, found \(found)", at: range,
      related: [Related("the \"${\" is here", opener)],
      help: "write \"$${\" where the characters \"${\" themselves are meant, as in a shell script")
  }

  static func unknownDirective(_ range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-directive", "expected \"if\", \"for\" or the end of one after \"%{\", found \(found)", at: range,
      help: "write \"%%{\" for the characters \"%{\" themselves")
  }

  static func unexpectedDirective(_ range: SourceRange, _ word: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-directive", "no \"\(word == "endfor" ? "for" : "if")\" is open for this \"\(word)\"", at: range,
      help: word == "else" ? "there is one \"else\" to an \"if\", and no \"else if\": put another \"if\" inside" : nil)
  }

  static func extraInDirective(_ range: SourceRange, _ word: String, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-directive", "expected \"}\" to end the \"\(word)\" directive, found \(found)", at: range,
      help: word == "else" ? "there is no \"else if\": put another \"if\" inside the \"else\"" : nil)
  }

  static func unclosedDirective(_ range: SourceRange, _ word: String, end: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-directive", "this \"\(word)\" directive is not closed", at: range,
      help: "add %{ \(end) } where its text ends")
  }

  static func forDirective(_ range: SourceRange, _ part: String, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-directive", "expected \(part) in the \"for\" directive, found \(found)", at: range,
      help: "write %{ for value in list } or %{ for key, value in map }")
  }
}
