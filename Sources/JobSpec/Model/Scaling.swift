public import HCLParser

/// `scaling`: autoscaling bounds and policy of the group count; unlabelled.
public struct Scaling: Sendable, Hashable {
  /// Identifier given by the server.
  public var id = ""
  /// Namespace of the job.
  public var namespace = ""
  /// What is scaled.
  public var target: StringMap?
  /// Lowest count.
  public var min: Int?
  /// Highest count.
  public var max: Int?
  /// Opaque policy for the autoscaler.
  public var policy: FreeFormBody?
  /// Whether the autoscaler acts.
  public var enabled: Bool?
  /// Policy type.
  public var type = ""
  /// Raft index of the creation.
  public var createIndex = 0
  /// Raft index of the last change.
  public var modifyIndex = 0
  public var origin = Origin()

  /// Of a task's policy: what it scales, `cpu` or `mem`.
  package var label = ""

  public init() {}
}

extension Scaling: BlockModel {
  /// Of a group: no label, and `max` must be given.
  public static let schema = BlockSchema<Scaling>(
    "scaling", "Bounds and policy for scaling the group's count.", fields: fields(isForGroup: true))

  /// Of a task: the label says what is scaled.
  public static let taskSchema = BlockSchema<Scaling>(
    "scaling", "Autoscaling of the task's cpu or memory.", fields: fields(isForGroup: false))

  private static func fields(isForGroup: Bool) -> [Field<Scaling>] {
    let rows: [Field<Scaling>] = [
      .json("ID", \.id, "Identifier given by the server."),
      .json("Namespace", \.namespace, "Namespace of the job."),
      .json("Target", \.target, "What is scaled."),
      .attribute("min", "Min", \.min, "Lowest value; for a group the count by default."),
      .attribute("max", "Max", \.max, "Highest value.", required: isForGroup),
      .freeForm("policy", "Policy", \.policy, "Opaque policy for the autoscaler."),
      .attribute("enabled", "Enabled", \.enabled, "Whether the autoscaler acts.", default: "true"),
      .attribute(
        "type", "Type", \.type, "Policy type.", default: isForGroup ? "horizontal" : nil,
        choices: isForGroup ? ["horizontal"] : ["vertical_cpu", "vertical_mem"]),
      .json("CreateIndex", \.createIndex, "Raft index of the creation."),
      .json("ModifyIndex", \.modifyIndex, "Raft index of the last change."),
    ]
    return isForGroup ? rows : rows + [.label("name", "", \.label, "What is scaled: cpu or mem.")]
  }
}
