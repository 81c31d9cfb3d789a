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
