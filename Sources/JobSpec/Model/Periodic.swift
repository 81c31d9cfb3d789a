public import HCLParser

/// `periodic`: launch the job at times.
public struct Periodic: Sendable, Hashable {
  /// Whether launches happen.
  public var enabled: Bool?
  /// One cron expression.
  public var cron: String?
  /// Cron expressions; the earliest next time wins.
  public var crons: [String]?
  /// How times are given; always cron.
  public var specType: String?
  /// Skip a launch while a previous instance runs.
  public var prohibitOverlap: Bool?
  /// IANA zone for the expressions.
  public var timeZone: String?
  public var origin = Origin()

  public init() {}
}
