/// How text is told apart on a terminal: by colour, or not at all.
public enum TextStyle: Sendable, Hashable {
  case plain, coloured

  public func strong(_ text: String) -> String { wrapped(text, "1") }
  public func quiet(_ text: String) -> String { wrapped(text, "34") }
  public func added(_ text: String) -> String { wrapped(text, "32") }
  public func removed(_ text: String) -> String { wrapped(text, "31") }
  public func changed(_ text: String) -> String { wrapped(text, "33") }
  public func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    wrapped(text, severity == .error ? "1;31" : severity == .warning ? "1;33" : "1;36")
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
