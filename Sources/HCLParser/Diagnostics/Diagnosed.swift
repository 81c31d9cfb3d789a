/// A result together with the diagnostics met while making it.
public struct Diagnosed<Output> {
  /// The best result that could be had, where there are errors too.
  public var output: Output
  /// What was found; empty where nothing is wrong.
  public var diagnostics: [Diagnostic]

  public init(_ output: Output, _ diagnostics: [Diagnostic] = []) {
    self.output = output
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Output: Sendable {}
