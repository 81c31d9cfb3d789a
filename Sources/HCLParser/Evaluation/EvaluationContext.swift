/// What expressions may refer to.
public struct EvaluationContext: Sendable {
  /// What becomes of a root name that nobody defines.
  public enum UnresolvedNames: Sendable, Hashable {
    /// It is an error.
    case error
    /// The reference becomes text, `${node.class}`, as the client fills it in at run time. `reference/jobspec.md` 3.1.
    case keepAsRuntimeReference
  }

  /// Values by root name. Deeply nested values are no good here: `Evaluator` makes none.
  public var variables: [String: Value]
  /// The functions that may be called.
  public var functions: FunctionLibrary
  /// What functions may have from outside: files and random bytes.
  public var environment: FunctionEnvironment
  /// What becomes of other names.
  public var unresolved: UnresolvedNames
  /// How much may be computed.
  public var limits: EvaluationLimits
  /// What the attributes of a root are called in messages: `var.x` is a variable.
  public var memberNouns = EvaluationContext.commonNouns
  private static let commonNouns = ["var": "variable", "local": "local"]

  /// A context; without arguments one that has all functions, no names, and no files.
  public init(
    variables: [String: Value] = [:], functions: FunctionLibrary = .standard,
    environment: FunctionEnvironment = FunctionEnvironment(), unresolved: UnresolvedNames = .error,
    limits: EvaluationLimits = EvaluationLimits()
  ) {
    self.variables = variables
    self.functions = functions
    self.environment = environment
    self.unresolved = unresolved
    self.limits = limits
  }

  /// No variables and no functions: for defaults of variables and for variable files.
  public static let constant = EvaluationContext(functions: .empty)

  /// The context of an inner scope, where one more name is defined: the iterator of a `dynamic` block.
  public func defining(_ name: String, as value: Value) -> EvaluationContext {
    var inner = self
    inner.variables[name] = value
    return inner
  }
}

/// Bounds that no sensible job reaches, so that a hostile one ends in a clear error and not in minutes and gigabytes.
public struct EvaluationLimits: Sendable, Hashable {
  /// Expressions and elements visited by one evaluator, all its calls together.
  public var work: Int
  /// The size of one result: one for each value in it, one more for every 16 bytes of text.
  public var resultSize: Int
  /// Bytes of one text.
  public var textBytes: Int
  /// How deep containers may stand inside each other in a result.
  public var nesting: Int

  /// The bounds that hold unless others are asked for.
  public init(work: Int = 4_000_000, resultSize: Int = 1_000_000, textBytes: Int = 16 << 20, nesting: Int = 500) {
    self.work = work
    self.resultSize = resultSize
    self.textBytes = textBytes
    self.nesting = nesting
  }
}
