import HCLParser

/// The variables of a job file: what is declared, and the values of this run. `reference/jobspec.md` section 2.
public struct VariableTable: Sendable {
  /// In the order of the file.
  public private(set) var declarations: [VariableDeclaration] = []
  /// By name; a variable without a value is missing.
  public private(set) var values: [String: VariableValue] = [:]
  private var numbers = FirstSeen<Int>()
  var diagnostics: [Diagnostic] = []
  /// The declared variables that nothing sets, in the order of the file.
  public private(set) var unset: [String] = []

  /// The declaration of that name.
  public func declaration(of name: String) -> VariableDeclaration? {
    numbers[name].map { declarations[$0] }
  }

  /// False where a declaration could not be read so far that its name is known: then no name is called undeclared.
  var isComplete = true
  /// True where a variable file could not be read as a whole: then no variable is called unset.
  var lacksFile = false
  /// Variables declared twice. The other declaration may have the default that the first lacks.
  private var doubles: Set<String> = []

  var names: [String] { declarations.map(\.name) }

  mutating func add(_ declaration: VariableDeclaration) {
    if let first = numbers.first(named: declaration.name, orRemember: declarations.count) {
      diagnostics.append(.duplicateVariable(declaration, first: declarations[first]))
      doubles.insert(declaration.name)
      return
    }
    declarations.append(declaration)
  }

  /// Gives a variable a value of higher precedence than what it has.
  mutating func set(_ name: String, _ value: VariableValue) { values[name] = value }

  /// Fills in the defaults, and says which variables have no value at all, unless that is allowed.
  mutating func finish(allowsUnset: Bool) {
    for declaration in declarations where values[declaration.name] == nil {
      if let value = declaration.defaultValue {
        values[declaration.name] = VariableValue(
          value: value, origin: .defaultValue, range: declaration.defaultRange ?? declaration.nameRange)
      } else if declaration.isSound {
        unset.append(declaration.name)
        if !allowsUnset, !lacksFile, !doubles.contains(declaration.name) {
          diagnostics.append(.unsetVariable(declaration))
        }
      }
    }
  }

  /// What `var` stands for in expressions. Variables that have no value are unknown: whatever was wrong has been said.
  var object: Value {
    .object(
      ValueFields(
        declarations.map { declaration in
          ValueFields.Entry(declaration.name, values[declaration.name]?.value ?? .unknown(declaration.type))
        }))
  }
}
