/// Which type an attribute has. The common ones by name, so that decoding stores them without asking a type for anything.
public enum ValueKind: Sendable {
  case string, optionalString
  case int, optionalInt
  case bool, optionalBool
  case duration, optionalDuration
  case strings, optionalStrings
  case optionalTexts, optionalFreeForm
  /// Any other.
  case other(any ValueConvertible.Type)

  /// The type itself.
  public var type: any ValueConvertible.Type {
    switch self {
    case .string: String.self
    case .optionalString: String?.self
    case .int: Int.self
    case .optionalInt: Int?.self
    case .bool: Bool.self
    case .optionalBool: Bool?.self
    case .duration: Duration.self
    case .optionalDuration: Duration?.self
    case .strings: [String].self
    case .optionalStrings: [String]?.self
    case .optionalTexts: StringMap?.self
    case .optionalFreeForm: FreeFormBody?.self
    case .other(let type): type
    }
  }

  /// The kind of the optional of a type of this kind; nil where it has no name.
  public var optional: ValueKind? {
    switch self {
    case .string: .optionalString
    case .int: .optionalInt
    case .bool: .optionalBool
    case .duration: .optionalDuration
    case .strings: .optionalStrings
    default: nil
    }
  }
}
