// What all parts of the evaluator report.
extension Diagnostic {
  static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-number-too-large", "the number is larger than any that can be computed with", at: range)
  }

  static func tooMuchWork(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-limit", "evaluation takes too many steps", at: range,
      detail: "it was stopped here; what came after was not looked at")
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
}
