import HCLParser
import JobSpec

/// Looks for the smallest single changes that would place more instances of a group.
///
/// Ideas come from what the nodes lack; each is tried out by planning the whole job again on the same cluster, so what
/// is told is never a guess. Two changes at once are tried only where no single one helps and planning is cheap.
struct RemedySearch {
  /// A change to try.
  struct Idea {
    var remedy: Remedy
    var changeJob: ((inout Job) -> Void)?
    var changeCluster: ((inout [Node], inout SchedulerSettings) -> Void)?
    /// Takes away allocations.
    var changeState: ((inout ClusterState) -> Void)?
    /// Which finding it came from: two of one finding are no pair.
    var family = 0
  }

  let job: Job
  /// The group's place in the job.
  let group: Int
  let request: PlacementRequest
  let explanation: Explanation
  /// The cluster before this job.
  let before: ClusterState
  /// How many new instances found a place, and how many are wanted.
  let placed: Int
  let wanted: Int
  /// The moment that the plan was made for.
  var now: Int?

  /// Whether the job as it stands breaks no rule; who has silenced a rule is not held to it here.
  private let isValid: Bool

  init(
    job: Job, group: Int, request: PlacementRequest, explanation: Explanation, before: ClusterState, placed: Int,
    wanted: Int
  ) {
    self.job = job
    self.group = group
    self.request = request
    self.explanation = explanation
    self.before = before
    self.placed = placed
    self.wanted = wanted
    isValid = RemedySearch.isValid(job)
  }

  private static func isValid(_ job: Job) -> Bool {
    Validator.validate(CheckedJob(job)).job != nil
  }

  /// Reports stay readable.
  private static let shownLimit = 5
  /// Ideas are cheap on small clusters; on large ones only the best few are tried.
  private var trialLimit: Int {
    let visits = max(1, before.snapshot.nodes.count) * max(1, min(wanted, 1000))
    return max(3, min(40, 4_000_000 / visits))
  }

  /// What helps, the best first, and how many changes were tried.
  func remedies() -> (remedies: [Remedy], tried: Int) {
    var found: [Remedy] = []
    var tried = 0
    let ideas = Array(ideas().prefix(trialLimit))
    for idea in ideas {
      tried += 1
      let count = trial(idea)
      guard count > placed, !found.contains(where: { $0.change == idea.remedy.change }) else { continue }
      found.append(verified(idea.remedy, count))
    }
    if found.isEmpty {
      let pairs = pairs(of: ideas)
      for pair in pairs where found.count < 2 {
        tried += 1
        let count = trial(pair)
        if count > placed { found.append(verified(pair.remedy, count)) }
      }
    }
    // Most instances first; of equal ones in the order of the ideas, which is from small to large changes.
    let sorted = found.enumerated().sorted { left, right in
      left.element.wouldPlace != right.element.wouldPlace
        ? left.element.wouldPlace > right.element.wouldPlace : left.offset < right.offset
    }.map(\.element)
    let fewer = fewerInstances().map { [$0] } ?? []
    guard sorted.count > RemedySearch.shownLimit else { return (sorted + fewer, tried) }
    // Who may not touch the job wants to know what the cluster can do.
    var shown = Array(sorted.prefix(RemedySearch.shownLimit))
    if !shown.contains(where: { $0.kind == .cluster }), let other = sorted.first(where: { $0.kind == .cluster }) {
      shown[shown.count - 1] = other
    }
    return (shown + fewer, tried)
  }

  private func verified(_ remedy: Remedy, _ count: Int) -> Remedy {
    var remedy = remedy
    remedy.wouldPlace = count
    remedy.wanted = wanted
    return remedy
  }

  /// Two changes together, of different findings each; few, and none on large clusters.
  private func pairs(of ideas: [Idea]) -> [Idea] {
    guard before.snapshot.nodes.count * wanted <= 2000 else { return [] }
    var few: [Idea] = []
    for idea in ideas where few.count(where: { $0.family == idea.family }) < 2 && few.count < 8 { few.append(idea) }
    var pairs: [Idea] = []
    for (index, first) in few.enumerated() {
      for second in few[(index + 1)...] where second.family != first.family {
        var pair = first
        pair.remedy.change = "both: \(first.remedy.change), and \(second.remedy.change)"
        pair.remedy.replacement = nil
        pair.remedy.kind = first.remedy.kind == second.remedy.kind ? first.remedy.kind : .cluster
        pair.changeJob = Self.both(first.changeJob, second.changeJob)
        pair.changeState = Self.both(first.changeState, second.changeState)
        pair.changeCluster =
          first.changeCluster == nil && second.changeCluster == nil
          ? nil
          : { nodes, settings in
            first.changeCluster?(&nodes, &settings)
            second.changeCluster?(&nodes, &settings)
          }
        pairs.append(pair)
      }
    }
    return pairs
  }

  private static func both<Subject>(
    _ first: ((inout Subject) -> Void)?, _ second: ((inout Subject) -> Void)?
  ) -> ((inout Subject) -> Void)? {
    guard let first, let second else { return first ?? second }
    return { subject in
      first(&subject)
      second(&subject)
    }
  }

  /// A count at which everything has a place.
  private func fewerInstances() -> Remedy? {
    guard !request.jobKind.runsOnEveryNode, placed > 0, placed < wanted else { return nil }
    let count = request.count - (wanted - placed)
    guard count > 0, job.groups.indices.contains(group) else { return nil }
    let isWritten = job.groups[group].wrote(\.count)
    let idea = edit(
      "count of group \"\(request.group)\" \(request.count) → \(count)",
      at: Remedy.Place(request.countRange, isWritten ? "\(count)" : nil)
    ) { $0.count = count }
    guard trial(idea) == wanted else { return nil }
    var remedy = idea.remedy
    remedy.wouldPlace = placed
    remedy.wanted = placed
    return remedy
  }

  /// How many new instances of the group have a place with a change.
  ///
  /// Nomad's scheduler may take a node by its class for what it is not, so what is promised has to hold without that.
  func trial(_ idea: Idea) -> Int {
    let count = trial(idea, isIdeal: false)
    return count > placed ? min(count, trial(idea, isIdeal: true)) : count
  }

  private func trial(_ idea: Idea, isIdeal: Bool) -> Int {
    var job = job
    var state = before
    idea.changeJob?(&job)
    // Advice that the server would refuse is none.
    if idea.changeJob != nil, isValid, !RemedySearch.isValid(job) { return 0 }
    idea.changeState?(&state)
    if let change = idea.changeCluster { state.suppose(change) }
    var scheduler = Scheduler()
    scheduler.explainsFailures = false
    scheduler.isIdeal = isIdeal
    scheduler.now = now
    let plan = scheduler.plan(job, on: &state)
    // What has no place still counts, not what is placed: a change may replace instances that run.
    let failed = plan.failures.first { $0.group.utf8.elementsEqual(request.group.utf8) }?.count ?? 0
    return max(0, wanted - failed)
  }

  /// All changes worth a try, small ones first.
  private func ideas() -> [Idea] {
    var ideas: [Idea] = []
    func add(_ more: [Idea], family: Int) {
      ideas += more.map { idea in
        var idea = idea
        idea.family = family
        return idea
      }
    }
    for (number, finding) in explanation.findings.enumerated() { add(self.ideas(for: finding), family: number) }
    if explanation.nodes.contains(where: { $0.counted == "computed class ineligible" && $0.rejections.isEmpty }) {
      add([askEachNode], family: -1)
    }
    add(standingIdeas(), family: -2)
    add(preemptionIdeas(), family: -3)
    add(moreNodesIdeas(), family: -4)
    return ideas
  }

  private func ideas(for finding: Finding) -> [Idea] {
    switch Rejection.Stage(rawValue: finding.stage) {
    case .network: networkIdeas() + networkEquipmentIdeas()
    case .hostNetwork: hostNetworkIdeas() + hostNetworkEquipmentIdeas()
    case .constraint: constraintIdeas(finding) + metadataIdeas(finding)
    case .driver: driverIdeas()
    case .hostVolume: volumeIdeas() + hostVolumeEquipmentIdeas()
    case .csiVolume: csiVolumeIdeas()
    case .distinctHosts, .distinctProperty: distinctIdeas(finding)
    case .port: portIdeas()
    case .cpu, .memory, .disk, .cores: resourceIdeas(finding)
    case .device: deviceIdeas()
    default: []
    }
  }

  // MARK: Parts for ideas

  /// A change of the group in the job.
  func edit(
    _ change: String, at range: Remedy.Place? = nil, _ body: @escaping (inout TaskGroup) -> Void
  ) -> Idea {
    let group = group
    return Idea(
      remedy: Remedy(.job, change, range: range?.range, replacement: range?.replacement),
      changeJob: { job in if job.groups.indices.contains(group) { body(&job.groups[group]) } })
  }

  /// What stands in the job file at a place, where it was written there and may be replaced by another text.
  func replacing<Model: BlockModel>(
    _ field: PartialKeyPath<Model>, of model: Model?, at range: SourceRange?, with text: String
  ) -> Remedy.Place? {
    Remedy.Place(range, model?.wrote(field) == true ? text : nil)
  }

  /// The group as the job has it.
  var model: TaskGroup? { job.groups.indices.contains(group) ? job.groups[group] : nil }

  /// A change of the cluster.
  func cluster(_ change: String, _ body: @escaping (inout [Node], inout SchedulerSettings) -> Void) -> Idea {
    Idea(remedy: Remedy(.cluster, change), changeCluster: body)
  }

  /// The candidates that lack least, first those that come nearest.
  var candidates: [NodeOutcome] { explanation.nodes.filter(\.isCandidate) }

  /// Texts once each, the nearest to `name` first, then by how many there are.
  func ranked(_ names: [String], near name: String) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for candidate in names where !candidate.utf8.elementsEqual(name.utf8) {
      if counts[candidate] == nil { order.append(candidate) }
      counts[candidate, default: 0] += 1
    }
    let nearest = Wording.nearest(to: name, among: order)
    return order.enumerated().sorted { left, right in
      if left.element == nearest || right.element == nearest { return left.element == nearest }
      let (leftCount, rightCount) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return leftCount != rightCount ? leftCount > rightCount : left.offset < right.offset
    }.map(\.element)
  }
}
