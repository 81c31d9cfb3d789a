import HCLParser

/// What the `config` of a task takes when a certain driver runs it. From the public documentation of the drivers.
///
/// A driver reads its configuration on the client, when the task starts: what it refuses, the server has let through.
public struct DriverSchema: Sendable {
  /// As the `driver` of a task names it: `docker`, `raw_exec`.
  public let name: String
  /// The keys at the top of `config`.
  public let fields: [DriverField]
  /// Sets of keys of which one is needed.
  public let neededChoices: [[String]]
  /// Sets of keys of which at most one may be given.
  public let exclusiveKeys: [[String]]
  /// Keys that have no effect without another: `volume_driver` without `volumes`.
  public let dependentKeys: [(key: String, needs: String)]
  /// What to do instead of a key that the driver lacks and people expect, by key.
  public let hints: [String: String]

  init(
    _ name: String, neededChoices: [[String]] = [], exclusiveKeys: [[String]] = [],
    dependentKeys: [(key: String, needs: String)] = [], hints: [String: String] = [:], _ fields: [DriverField]
  ) {
    self.name = name
    self.fields = fields
    self.neededChoices = neededChoices
    self.exclusiveKeys = exclusiveKeys
    self.dependentKeys = dependentKeys
    self.hints = DriverSchema.commonHints.merging(hints) { $1 }
  }

  /// The drivers that are known, sorted by name. Of all others nothing is said.
  public static let all: [DriverSchema] = [docker, exec, exec2, java, podman, qemu, rawExec]

  /// The schema of a driver; nil for drivers that are not known here.
  public static func named(_ name: String) -> DriverSchema? {
    all.first { $0.name.isSame(as: name) }
  }

  /// The key of that name at the top of `config`; nil where the driver has none.
  public func field(named name: String) -> DriverField? { fields.named(name) }

  /// Keys that belong elsewhere in a task, whatever the driver.
  private static let commonHints: [String: String] = [
    "env": "environment variables stand in the task's \"env\" block",
    "environment": "environment variables stand in the task's \"env\" block",
    "user": "the user stands in the task itself: user = \"…\"",
    "memory": "memory stands in the task's \"resources\" block",
    "cpu": "CPU stands in the task's \"resources\" block",
    "resources": "the \"resources\" block stands in the task itself, beside \"config\"",
    "template": "the \"template\" block stands in the task itself, beside \"config\"",
    "artifact": "the \"artifact\" block stands in the task itself, beside \"config\"",
    "service": "the \"service\" block stands in the group or the task, not in \"config\"",
    "restart": "restarts are set by the \"restart\" block of the group or task",
    "restart_policy": "restarts are set by the \"restart\" block of the group or task",
    "count": "\"count\" stands in the group",
    "depends_on": "tasks have no dependencies: use \"lifecycle\" to run one before another",
    "kill_timeout": "\"kill_timeout\" stands in the task itself, beside \"config\"",
    "kill_signal": "\"kill_signal\" stands in the task itself, beside \"config\"",
    "stop_signal": "write kill_signal = \"…\" in the task itself, beside \"config\"",
    "dynamic": "\"dynamic\" blocks are not expanded inside \"config\"; write an attribute with a for expression",
  ]
}

/// One key of a driver's configuration.
public struct DriverField: Sendable {
  /// What a key takes. Texts do for numbers and booleans if they read as one, and those do for texts.
  public indirect enum Kind: Sendable {
    case string, number, bool
    /// A list of texts.
    case strings
    /// A text, or a list of them.
    case stringOrStrings
    /// A block of free keys with values of a kind: `labels { … }`.
    case map(of: Kind)
    /// One block.
    case block([DriverField])
    /// Any number of blocks.
    case blocks([DriverField])
  }

  /// As it stands in `config`.
  public var name: String
  /// What its value is checked against.
  public var kind: Kind
  /// What the key does, one line.
  public var summary: String
  /// True where the driver refuses a configuration, or a block in it, without the key; null counts as left out.
  public var isRequired = false
  /// The words that the driver takes, where they are few.
  public var words: [String] = []
  /// What to write instead, where the key is deprecated.
  public var replacement: String?

  init(_ name: String, _ kind: Kind, _ summary: String) {
    self.name = name
    self.kind = kind
    self.summary = summary
  }

  static func string(_ name: String, _ summary: String, oneOf words: [String] = []) -> DriverField {
    var field = DriverField(name, .string, summary)
    field.words = words
    return field
  }

  static func number(_ name: String, _ summary: String) -> DriverField { DriverField(name, .number, summary) }
  static func bool(_ name: String, _ summary: String) -> DriverField { DriverField(name, .bool, summary) }
  static func strings(_ name: String, _ summary: String) -> DriverField { DriverField(name, .strings, summary) }
  static func texts(_ name: String, _ summary: String) -> DriverField {
    DriverField(name, .map(of: .string), summary)
  }

  static func block(_ name: String, _ summary: String, _ fields: [DriverField]) -> DriverField {
    DriverField(name, .block(fields), summary)
  }

  static func blocks(_ name: String, _ summary: String, _ fields: [DriverField]) -> DriverField {
    DriverField(name, .blocks(fields), summary)
  }

  /// The field, as one that must be given.
  var required: DriverField {
    var field = self
    field.isRequired = true
    return field
  }

  /// The field, as one that another has replaced.
  func deprecated(_ replacement: String) -> DriverField {
    var field = self
    field.replacement = replacement
    return field
  }
}

extension [DriverField] {
  func named(_ name: String) -> DriverField? { first { $0.name.isSame(as: name) } }
}
