public import HCLParser

/// A `variable` block, or one attribute of a `variables` block.
public struct VariableDeclaration: Sendable {
  /// The variable's name.
  public var name: String
  /// The name where it is declared.
  public var nameRange: SourceRange
  /// The type and labels of the block.
  public var headerRange: SourceRange
  /// The declared type; where none is declared, that of the default; `any` where there is neither.
  public var type = ValueType.any
  /// Whether a type is declared.
  public var isTyped = false
  /// Where the type stands.
  public var typeRange: SourceRange?
  /// The default, converted to the type.
  public var defaultValue: Value?
  /// Where the default stands.
  public var defaultRange: SourceRange?
  /// What it is for, in the words of the file.
  public var description = ""
  /// False where the declaration is broken: then nothing is said about its values.
  var isSound = true
  var validations: [Validation] = []

  /// Where its type stands, or else the variable itself.
  func relatedType(_ message: String) -> [Diagnostic.Related] {
    [Diagnostic.Related(message, typeRange ?? nameRange)]
  }

  /// A rule that the final value must keep.
  struct Validation: Sendable {
    var range: SourceRange
    var condition: AttributeSource
    var message: String
  }
}

/// Where the value of a variable came from, lowest precedence first.
public enum VariableOrigin: Sendable, Hashable, Comparable {
  case defaultValue, environment, file, commandLine
}

/// The value of a variable in this run.
public struct VariableValue: Sendable {
  /// The value, converted to the variable's type.
  public var value: Value
  /// Who gave it.
  public var origin: VariableOrigin
  /// Where it was given.
  public var range: SourceRange
}
