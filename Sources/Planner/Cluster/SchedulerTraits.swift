public import JobSpec

/// What newer releases of the scheduler do otherwise (`reference/scheduler.md` section 11). Nothing of it is the
/// baseline, the release whose answers the conformance cases record.
public struct SchedulerTraits: Sendable, Hashable {
  /// A static port that is taken on one address of a host network is tried on its others.
  public var triesFurtherAddresses = false
  /// Poststart tasks count beside the main tasks.
  public var countsPoststart = false
  /// A node where nobody can be pushed out for a port is counted as exhausted.
  public var countsImpossiblePortPreemption = false
  /// The same for devices.
  public var countsImpossibleDevicePreemption = false
  /// Other affinities and spreads are no reason to replace what runs.
  public var keepsInstancesWhenWishesChange = false
  /// A system job with instances that run does not fail for nodes of the wrong kind.
  public var sparesRunningSystemJobs = false
  /// Scaling down stops failed instances first.
  public var stopsFailedFirst = false

  public init() {}

  /// The traits of a release; the baseline's where none is named.
  public init(_ release: NomadRelease?) {
    guard let release else { return }
    triesFurtherAddresses = release.has([.init(1, 6, 14), .init(1, 7, 11), .init(1, 8, 3)])
    countsPoststart = release.has([.init(1, 7, 15), .init(1, 8, 7), .init(1, 9, 2)])
    countsImpossiblePortPreemption = release.has([.init(1, 6, 8), .init(1, 7, 5)])
    countsImpossibleDevicePreemption = release.has([.init(1, 7, 7)])
    keepsInstancesWhenWishesChange = release.has([.init(1, 10, 0)])
    sparesRunningSystemJobs = release.has([.init(1, 8, 14), .init(1, 9, 10), .init(1, 10, 2)])
    stopsFailedFirst = release.has([.init(2, 0, 4)])
  }
}

extension NomadRelease {
  /// Whether a change is in the release: it came with one of `releases`, the first of each line that has it.
  fileprivate func has(_ releases: [NomadRelease]) -> Bool {
    if let own = releases.first(where: { $0.major == major && $0.minor == minor }) { return self >= own }
    return releases.allSatisfy { $0 < self }
  }
}
