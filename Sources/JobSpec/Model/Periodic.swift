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

extension Periodic: BlockModel {
  public static let schema = BlockSchema<Periodic>(
    "periodic", "Launch the job at times.",
    fields: [
      .attribute("enabled", "Enabled", \.enabled, "Whether launches happen.", default: "true"),
      .attribute(
        "cron", "Spec", \.cron, "One cron expression.",
        deprecated: Deprecation(since: "1.6.2", replacement: "crons", effect: "accepted with warning")),
      .attribute("crons", "Specs", \.crons, "Cron expressions; the earliest next time wins.", since: "1.6.2"),
      .json("SpecType", \.specType, "How times are given; always cron."),
      .attribute(
        "prohibit_overlap", "ProhibitOverlap", \.prohibitOverlap, "Skip a launch while a previous instance runs."),
      .attribute("time_zone", "TimeZone", \.timeZone, "IANA zone for the expressions.", default: "UTC"),
    ])
}
