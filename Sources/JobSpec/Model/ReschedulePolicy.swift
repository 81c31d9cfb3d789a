public import HCLParser

/// `reschedule`: rescheduling of failed allocations.
public struct ReschedulePolicy: Sendable, Hashable {
  /// Attempts within interval.
  public var attempts: Int?
  /// Window for attempts.
  public var interval: Duration?
  /// First delay.
  public var delay: Duration?
  /// Growth of the delay.
  public var delayFunction: String?
  /// Ceiling of the delay.
  public var maxDelay: Duration?
  /// No limit on attempts.
  public var unlimited: Bool?
  public var origin = Origin()

  public init() {}
}

extension ReschedulePolicy: BlockModel {
  public static let schema = BlockSchema<ReschedulePolicy>(
    "reschedule", "Rescheduling of failed allocations.",
    fields: [
      .attribute("attempts", "Attempts", \.attempts, "Attempts within interval.", default: "0"),
      .attribute("interval", "Interval", \.interval, "Window for attempts.", default: "0s"),
      .attribute("delay", "Delay", \.delay, "First delay.", default: "30s"),
      .attribute(
        "delay_function", "DelayFunction", \.delayFunction, "Growth of the delay.", default: "exponential",
        choices: ["constant", "exponential", "fibonacci"]),
      .attribute("max_delay", "MaxDelay", \.maxDelay, "Ceiling of the delay.", default: "1h"),
      .attribute("unlimited", "Unlimited", \.unlimited, "No limit on attempts.", default: "true"),
    ])
}
