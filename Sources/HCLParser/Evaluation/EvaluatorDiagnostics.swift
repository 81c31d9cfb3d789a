// What all parts of the evaluator report.
extension Diagnostic {
  static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-number-too-large", "the number is larger than any that can be computed with", at: range)
  }

  static func tooMuchWork(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-limit", "evaluation takes too many steps", at: range,
      detail: "It was stopped here; what comes after was not looked at.")
  }

  static func resultTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-limit", "the value is larger than any job can use", at: range)
  }

  static func nestedTooDeeply(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-limit", "the value is nested more than \(limit) levels deep", at: range)
  }

  static func ambiguousKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-ambiguous-key", "a key with dots or brackets may be a name or a reference", at: range,
      help: "put it in quotes for a name, in parentheses for the value it refers to")
  }

  static func nullKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-key", "the key is null; it must be a string", at: range)
  }

  static func wrongKey(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-wrong-key", "the key is \(value.summary); it must be a string", at: range)
  }

  /// The same with line ends and other control characters of quoted values spelled out; the summary is so already.
  var onOneLine: Diagnostic {
    var result = self
    result.detail = Diagnostic.spelled(detail)
    result.help = help.map(Diagnostic.spelled)
    return result
  }

  /// A text with its control characters spelled out.
  static func spelled(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
