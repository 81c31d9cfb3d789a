/// What a plan means to do with the instances of one group, by Nomad's names.
public struct DesiredUpdates: Sendable, Hashable {
  /// Untouched, destructive updates put off until later included.
  public var ignore = 0
  /// New instances wanted, whether or not there is room for them.
  public var place = 0
  /// Instances that leave draining nodes: stopped and replaced, for system and sysbatch jobs only stopped.
  public var migrate = 0
  /// Instances too many, lost, rescheduled or of removed groups. Printed as `destroy`.
  public var stop = 0
  /// Instances that get the new version where they are, without a restart.
  public var inPlaceUpdate = 0
  /// Instances to stop and replace: as many as `max_parallel` lets in one step, for system and sysbatch jobs all.
  public var destructiveUpdate = 0
  /// Canaries to place; `place` does not count them.
  public var canary = 0
  /// Allocations of other jobs pushed out for this group.
  public var preemptions = 0

  public init() {}

  /// True where nothing is created or stopped.
  public var isQuiet: Bool { stop + place + migrate + destructiveUpdate + canary == 0 }
}
