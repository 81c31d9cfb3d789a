// What the JSON reader says. Kept apart from the parser, whose file is long enough.

extension RuleID {
  /// The text is not JSON.
  public static let syntaxJSON: RuleID = "syntax-json"
  /// Values nest deeper than any reader should go.
  public static let syntaxJSONNesting: RuleID = "syntax-json-nesting"
}

extension Diagnostic {
  static func jsonEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "the text is empty, expected a JSON value", at: range)
  }

  static func jsonTextAfterValue(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "expected the end of the text after the JSON value, found \(found)", at: range)
  }

  static func jsonMissingValue(_ found: String, at range: SourceRange, help: String?) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "expected a JSON value, found \(found)", at: range, help: help)
  }

  static func jsonMissingKey(_ found: String, at range: SourceRange, help: String?) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "expected a key in double quotes, found \(found)", at: range, help: help)
  }

  static func jsonMissingColon(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "expected \":\" after the key, found \(found)", at: range)
  }

  static func jsonMissingSeparator(_ found: String, closing: String, at range: SourceRange, help: String?)
    -> Diagnostic
  {
    Diagnostic(
      .error, .syntaxJSON, "expected \",\" or \"\(closing)\" after the value, found \(found)", at: range, help: help)
  }

  static func jsonTrailingComma(before found: String, at comma: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .syntaxJSON, "a comma stands before \(found)", at: comma, help: "remove the comma",
      fixes: [Fix("remove the comma", edits: [TextEdit(comma, "")], isSafe: true)])
  }

  static func jsonUnknownWord(_ word: String, at range: SourceRange) -> Diagnostic {
    let suggestion = ["True": "true", "False": "false", "None": "null", "nil": "null", "NULL": "null"][word]
    return Diagnostic(
      .error, .syntaxJSON, "\"\(word)\" is not a JSON value", at: range,
      help: suggestion.map { "did you mean \($0)?" } ?? "text stands in double quotes")
  }

  static func jsonMalformedNumber(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "\"\(text)\" is not a JSON number", at: range)
  }

  static func jsonEscape(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .syntaxJSON, "\"\(text)\" is not an escape of JSON", at: range, help: "a backslash is written \"\\\\\"")
  }

  static func jsonControlCharacter(_ byte: UInt8, at range: SourceRange, opened: SourceRange) -> Diagnostic {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    return Diagnostic(
      .error, .syntaxJSON,
      isLineEnd ? "a line ends inside text" : "control character 0x\(JSONByte.hexadecimal(byte)) inside text",
      at: range, related: [.init("the text begins here", opened)],
      help: isLineEnd ? "close the text, or write the line end as \"\\n\"" : "write it as an escape, such as \"\\t\"")
  }

  static func jsonNotUTF8(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .syntaxJSON, "byte 0x\(JSONByte.hexadecimal(byte)) is not UTF-8 text", at: range)
  }

  static func jsonUnclosed(_ mark: String, at range: SourceRange, opened: SourceRange) -> Diagnostic {
    let closing = ["{": "}", "[": "]"][mark] ?? mark
    return Diagnostic(
      .error, .syntaxJSON,
      mark == "\"" ? "the text ends before a closing quote" : "the text ends before a closing \"\(closing)\"",
      at: range, related: [.init("opened here", opened)])
  }

  static func jsonNestedTooDeeply(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .syntaxJSONNesting, "JSON values nest deeper than \(JSONParser.nestingBound) levels", at: range)
  }
}
