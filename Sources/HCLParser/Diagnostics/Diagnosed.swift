/// A result together with the diagnostics met while making it.
public struct Diagnosed<Output> {
  public var output: Output
  public var diagnostics: [Diagnostic]

  public init(_ output: Output, _ diagnostics: [Diagnostic] = []) {
    self.output = output
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Output: Sendable {}
