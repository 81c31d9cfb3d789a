/// A function that expressions may call. `reference/jobspec.md` section 4.
///
/// The evaluator checks arity, converts arguments to the parameters' types, refuses nulls and answers unknown arguments
/// with an unknown result before the body runs; the body sees what it asked for.
public struct Function: Sendable {
  /// One argument that a function takes.
  public struct Parameter: Sendable {
    /// What messages and the docs call the argument.
    public var name: String
    /// The type to which the argument is converted before the body runs.
    public var type: ValueType
    /// False where null is refused before the body runs.
    public var allowsNull: Bool
    /// True where the body wants to see unknown values (and values with unknown parts) itself.
    public var allowsUnknown: Bool

    public init(_ name: String, _ type: ValueType, allowsNull: Bool = false, allowsUnknown: Bool = false) {
      self.name = name
      self.type = type
      self.allowsNull = allowsNull
      self.allowsUnknown = allowsUnknown
    }
  }

  /// How a function is run: on the values of its arguments, or on their expressions.
  public enum Body: Sendable {
    /// Works on values.
    case strict(@Sendable ([Value], FunctionEnvironment) throws(FunctionFailure) -> Value)
    /// `try`: the first argument that evaluates without error.
    case tryExpressions
    /// `can`: whether the argument evaluates without error.
    case canExpression
    /// `convert`: the second argument is a type expression.
    case convertExpression
  }

  /// As it is called.
  public var name: String
  /// The arguments that each call must have, in order.
  public var parameters: [Parameter]
  /// What any further arguments are, if there may be some.
  public var variadic: Parameter?
  /// The result's type where it does not depend on the arguments: the type of the unknown that an unknown argument gives.
  public var resultType: ValueType
  /// One line for the docs.
  public var summary: String
  /// What gives the result.
  public var body: Body

  public init(
    _ name: String, _ parameters: [Parameter], variadic: Parameter? = nil, returns resultType: ValueType,
    summary: String, body: Body
  ) {
    self.name = name
    self.parameters = parameters
    self.variadic = variadic
    self.resultType = resultType
    self.summary = summary
    self.body = body
  }
}

/// Why a function gave no value. The evaluator turns it into a diagnostic at the call, or at one argument.
///
/// It never leaves the evaluator: nothing throws because of what a user wrote.
public struct FunctionFailure: Error, Sendable {
  /// Lower case at the start, no full stop.
  public var message: String
  /// The argument to blame, from 0; nil blames the call.
  public var argument: Int?

  public init(_ message: String, argument: Int? = nil) {
    self.message = message
    self.argument = argument
  }
}

/// What the outside lends to functions.
public struct FunctionEnvironment: Sendable {
  /// What file functions may read; `refused` switches them off.
  public var files: FileAccess
  /// So many random bytes, for the functions whose results nobody can foretell: `uuidv4` and `bcrypt`. Nil leaves their
  /// results unknown, so that equal input gives equal output.
  public var randomBytes: (@Sendable (_ count: Int) -> [UInt8])?

  public init(files: FileAccess = .refused, randomBytes: (@Sendable (_ count: Int) -> [UInt8])? = nil) {
    self.files = files
    self.randomBytes = randomBytes
  }
}
