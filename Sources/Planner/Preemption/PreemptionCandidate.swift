#if canImport(Glibc)
  // A square root needs the C library's mathematics at link time.
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An allocation that may be pushed out for a job of higher priority.
struct PreemptionCandidate: Sendable {
  /// Whose instances are spared once enough of them have been pushed out by one plan.
  struct GroupKey: Sendable, Hashable {
    var job: Int
    var group: Int
  }

  /// The allocation's number in the state.
  var number: Int
  /// Breaks ties, so that the same cluster gives the same victims.
  var id: String
  var owner: GroupKey
  var priority: Int
  /// `max_parallel` of the group's `migrate` block; 0 where it has none.
  var migrateLimit = 0
  var use = PeakUse()
  /// MBit/s on the device in question.
  var mbits = 0

  /// 50 for each instance of the group beyond what its `migrate` block lets go at a time.
  func penalty(alreadyPreempted: Int) -> Double {
    guard migrateLimit > 0, alreadyPreempted >= migrateLimit else { return 0 }
    return Double(alreadyPreempted + 1 - migrateLimit) * 50
  }

  /// How far what the allocation uses is from what is needed; 0 is a perfect swap.
  func distance(toNeed need: PeakUse) -> Double {
    var sum = 0.0
    for (wanted, used) in [(need.memoryMB, use.memoryMB), (need.cpu, use.cpu), (need.diskMB, use.diskMB)]
    where wanted > 0 {
      let part = (Double(wanted) - Double(used)) / Double(wanted)
      sum += part * part
    }
    return sum.squareRoot()
  }

  /// The same for bandwidth alone.
  func distance(toBandwidth need: Int) -> Double {
    guard need > 0 else { return 0 }
    return abs(Double(need) - Double(mbits)) / Double(need)
  }

  /// By priority, then id: the order in which candidates are gone through.
  static func inOrder(_ left: PreemptionCandidate, _ right: PreemptionCandidate) -> Bool {
    left.priority != right.priority
      ? left.priority < right.priority : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  static func groups(_ candidates: [PreemptionCandidate]) -> [[PreemptionCandidate]] {
    var groups: [[PreemptionCandidate]] = []
    for candidate in candidates.sorted(by: inOrder) {
      if groups.last?.last?.priority == candidate.priority {
        groups[groups.count - 1].append(candidate)
      } else {
        groups.append([candidate])
      }
    }
    return groups
  }
}

extension PeakUse {
  static func + (left: PeakUse, right: PeakUse) -> PeakUse {
    PeakUse(
      cpu: LifecyclePeak.sum(left.cpu, right.cpu), memoryMB: LifecyclePeak.sum(left.memoryMB, right.memoryMB),
      diskMB: LifecyclePeak.sum(left.diskMB, right.diskMB))
  }

  /// What is left of a need once something is taken off it; nothing falls below zero.
  func without(_ other: PeakUse) -> PeakUse {
    PeakUse(
      cpu: max(0, cpu &- other.cpu), memoryMB: max(0, memoryMB &- other.memoryMB),
      diskMB: max(0, diskMB &- other.diskMB))
  }

  func covers(_ other: PeakUse) -> Bool {
    cpu >= other.cpu && memoryMB >= other.memoryMB && diskMB >= other.diskMB
  }
}
