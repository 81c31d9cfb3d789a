public import HCLParser

/// `schedule`: time window in which the task runs.
public struct Schedule: Sendable, Hashable {
  /// The window.
  @OutOfLine public var cron: Schedule.Cron?
  public var origin = Origin()

  public init() {}
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
