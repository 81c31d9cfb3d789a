/// What a plan means to do with the instances of one group, by Nomad's names.
public struct DesiredUpdates: Sendable, Hashable {
  /// Untouched, destructive updates put off until later included.
  public var ignore = 0
  /// New instances wanted, whether or not there is room for them.
  public var place = 0
  public var migrate = 0
  public var stop = 0
  public var inPlaceUpdate = 0
  public var destructiveUpdate = 0
  public var canary = 0
  /// Allocations of other jobs pushed out for this group.
  public var preemptions = 0

  public init() {}

  /// True where nothing is created or stopped.
  public var isQuiet: Bool { stop + place + migrate + destructiveUpdate + canary == 0 }
}
