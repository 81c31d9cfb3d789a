/// How text is told apart on a terminal: by colour, or not at all.
public enum TextStyle: Sendable, Hashable {
  case plain, coloured

  /// In bold: summaries and headings.
  public func strong(_ text: String) -> String { wrapped(text, "1") }
  /// In blue: what frames the text, such as line numbers and the bar beside a source line.
  public func quiet(_ text: String) -> String { wrapped(text, "34") }
  /// In green: lines that a diff adds.
  public func added(_ text: String) -> String { wrapped(text, "32") }
  /// In red: lines that a diff removes.
  public func removed(_ text: String) -> String { wrapped(text, "31") }
  /// In bold red for errors, yellow for warnings, cyan for notes.
  public func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    wrapped(text, severity == .error ? "1;31" : severity == .warning ? "1;33" : "1;36")
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
