/// Which allocations of lower priority to push out so that an instance fits. `reference/scheduler.md` section 6.8.
///
/// Pure: candidates are those of other jobs whose priority is low enough; what they use is counted in neither `free`
/// nor anywhere else. An empty or missing answer means that pushing out does not help.
struct PreemptionSearch: Sendable {
  /// Jobs whose priorities are nearer than this leave each other alone.
  static let priorityDistance = 10

  /// Fit to be pushed out.
  var candidates: [PreemptionCandidate]
  /// How many instances of each group this plan has pushed out already.
  var alreadyPreempted: [PreemptionCandidate.GroupKey: Int] = [:]

  private func penalty(_ candidate: PreemptionCandidate) -> Double {
    candidate.penalty(alreadyPreempted: alreadyPreempted[candidate.owner] ?? 0)
  }

  /// The nearest candidate; of equal ones the first.
  private func nearest(_ candidates: [PreemptionCandidate], _ distance: (PreemptionCandidate) -> Double) -> Int? {
    var best: (index: Int, distance: Double)?
    for (index, candidate) in candidates.enumerated() {
      let distance = distance(candidate) + penalty(candidate)
      if distance < best?.distance ?? .infinity { best = (index, distance) }
    }
    return best?.index
  }

  // MARK: Processor, memory, disk

  /// Victims that make room for `ask` beside `free`, or an empty list where there are not enough.
  func victims(for ask: PeakUse, free: PeakUse) -> [PreemptionCandidate] {
    var taken: [PreemptionCandidate] = []
    var need = ask
    var room = free
    search: for group in PreemptionCandidate.groups(candidates) {
      var left = group
      while !left.isEmpty, let index = nearest(left, { $0.distance(toNeed: need) }) {
        let victim = left.remove(at: index)
        taken.append(victim)
        room = room + victim.use
        need = need.without(victim.use)
        if room.covers(ask) { break search }
      }
    }
    guard room.covers(ask) else { return [] }
    // Of what was taken on the way, only what is needed: the ones farthest from the ask first.
    let order = taken.indices.sorted { left, right in
      let (a, b) = (taken[left].distance(toNeed: ask), taken[right].distance(toNeed: ask))
      return a != b ? a > b : left < right
    }
    var victims: [PreemptionCandidate] = []
    room = free
    for index in order {
      victims.append(taken[index])
      room = room + taken[index].use
      if room.covers(ask) { break }
    }
    return victims
  }

  // MARK: Ports and bandwidth

  /// Victims that free a port: all who hold it. Nil where one of them is not to be pushed out, or nobody holds it.
  func victims(holdingPort holders: [Int]) -> [PreemptionCandidate]? {
    guard !holders.isEmpty else { return nil }
    var victims: [PreemptionCandidate] = []
    for holder in holders {
      guard let candidate = candidates.first(where: { $0.number == holder }) else { return nil }
      victims.append(candidate)
    }
    return victims
  }

  /// Victims that free bandwidth on one device, or nil where there are not enough.
  func victims(forBandwidth ask: Int, free: Int) -> [PreemptionCandidate]? {
    var victims: [PreemptionCandidate] = []
    var room = free
    for group in PreemptionCandidate.groups(candidates.filter { $0.mbits > 0 }) {
      var left = group
      while room < ask, let index = nearest(left, { $0.distance(toBandwidth: ask) }) {
        let victim = left.remove(at: index)
        victims.append(victim)
        room = LifecyclePeak.sum(room, victim.mbits)
      }
    }
    return room >= ask && !victims.isEmpty ? victims : nil
  }

  // MARK: Devices

  /// How many devices of one group a candidate holds.
  struct DeviceHolder: Sendable {
    var candidate: PreemptionCandidate
    var count: Int
  }

  /// Victims among the holders of one device group that free `count` beside `free`, or nil where there are not enough.
  func victims(forDevices count: Int, free: Int, holders: [DeviceHolder]) -> [PreemptionCandidate]? {
    var taken: [DeviceHolder] = []
    var room = free
    for holder in holders.sorted(by: { PreemptionCandidate.inOrder($0.candidate, $1.candidate) }) where room < count {
      taken.append(holder)
      room += holder.count
    }
    guard room >= count else { return nil }
    // Few allocations rather than many: those with most devices first.
    let order = taken.indices.sorted {
      taken[$0].count != taken[$1].count ? taken[$0].count > taken[$1].count : $0 < $1
    }
    var victims: [PreemptionCandidate] = []
    room = free
    for index in order where room < count {
      victims.append(taken[index].candidate)
      room += taken[index].count
    }
    return victims
  }

  /// The harm of an option: each priority counts once.
  static func harm(_ victims: [PreemptionCandidate]) -> Int { Set(victims.map(\.priority)).reduce(0, +) }
}
