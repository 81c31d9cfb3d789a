/// The type of a value. `reference/hcl.md` section 6.
public indirect enum ValueType: Hashable, Sendable {
  /// Any type, not known yet.
  case any
  case bool, number, string
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case tuple([ValueType])
  case object([ObjectAttribute])

  /// True for lists, sets, maps, tuples and objects.
  var isContainer: Bool {
    switch self {
    case .any, .bool, .number, .string: false
    case .list, .set, .map, .tuple, .object: true
    }
  }

  /// One attribute of an object type. Object types keep their attributes sorted by name (bytes).
  public struct ObjectAttribute: Hashable, Sendable {
    /// The key under which the object has it.
    public var name: String
    /// The type that its value has, or is converted to.
    public var type: ValueType
    /// True where a value without the attribute converts too: the attribute is null then.
    public var isOptional: Bool

    public init(_ name: String, _ type: ValueType, isOptional: Bool = false) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }
}
