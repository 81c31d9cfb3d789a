public import HCLParser

/// `schedule`: time window in which the task runs.
public struct Schedule: Sendable, Hashable {
  /// The window.
  @OutOfLine public var cron: Schedule.Cron?
  public var origin = Origin()

  public init() {}
}

extension Schedule: BlockModel {
  public static let schema = BlockSchema<Schedule>(
    "schedule", "Time window in which the task runs.",
    fields: [
      .block("cron", "Cron", \._cron, "The window.", since: "1.8.0")
    ])
}

extension Schedule {
  /// `cron`: the window.
  public struct Cron: Sendable, Hashable {
    /// Start as 6 field cron without comma or slash (docs).
    public var start = ""
    /// End as 2 field cron: minute and hour (docs).
    public var end = ""
    /// Zone; client local time when empty (docs).
    public var timezone = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Schedule.Cron: BlockModel {
  public static let schema = BlockSchema<Schedule.Cron>(
    "cron", "The window.",
    fields: [
      .attribute("start", "Start", \.start, "Start as 6 field cron without comma or slash (docs).", since: "1.8.0"),
      .attribute("end", "End", \.end, "End as 2 field cron: minute and hour (docs).", since: "1.8.0"),
      .attribute("timezone", "Timezone", \.timezone, "Zone; client local time when empty (docs).", since: "1.8.0"),
    ])
}
