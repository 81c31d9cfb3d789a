import JobSpec

/// Looks for the smallest single changes that would place more instances of a group.
///
/// Ideas come from what the nodes lack; each is tried out by planning the whole job again on the same cluster, so what
/// is told is never a guess. Two changes at once are not tried: they would be too many, and hard to read.
struct RemedySearch {
  /// A change to try.
  struct Idea {
    var remedy: Remedy
    var changeJob: ((inout Job) -> Void)?
    var changeCluster: ((inout [Node], inout SchedulerSettings) -> Void)?
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

  func remedies() -> [Remedy] {
    var found: [Remedy] = []
    for idea in ideas().prefix(trialLimit) {
      let count = trial(idea)
      guard count > placed, !found.contains(where: { $0.change == idea.remedy.change }) else { continue }
      var remedy = idea.remedy
      remedy.wouldPlace = count
      remedy.wanted = wanted
      found.append(remedy)
    }
    // Most instances first; of equal ones in the order of the ideas, which is from small to large changes.
    let sorted = found.enumerated().sorted { left, right in
      left.element.wouldPlace != right.element.wouldPlace
        ? left.element.wouldPlace > right.element.wouldPlace : left.offset < right.offset
    }
    return sorted.prefix(RemedySearch.shownLimit).map(\.element)
  }

  /// How many new instances of the group have a place with a change.
  func trial(_ idea: Idea) -> Int {
    var job = job
    var state = before
    idea.changeJob?(&job)
    // Advice that the server would refuse is none.
    if idea.changeJob != nil, isValid, !RemedySearch.isValid(job) { return 0 }
    if let change = idea.changeCluster { state.suppose(change) }
    var scheduler = Scheduler()
    scheduler.explainsFailures = false
    let plan = scheduler.plan(job, on: &state)
    // What has no place still counts, not what is placed: a change may replace instances that run.
    let failed = plan.failures.first { $0.group.utf8.elementsEqual(request.group.utf8) }?.count ?? 0
    return max(0, wanted - failed)
  }

  /// All changes worth a try, small ones first.
  private func ideas() -> [Idea] {
    var ideas: [Idea] = []
    for finding in explanation.findings {
      switch Rejection.Stage(rawValue: finding.stage) {
      case .network: ideas += networkIdeas()
      case .hostNetwork: ideas += hostNetworkIdeas()
      case .constraint: ideas += constraintIdeas(finding)
      case .driver: ideas += driverIdeas()
      case .hostVolume: ideas += volumeIdeas()
      case .distinctHosts, .distinctProperty: ideas += distinctIdeas(finding)
      case .port: ideas += portIdeas()
      case .cpu, .memory, .disk, .cores: ideas += resourceIdeas(finding)
      case .device: ideas += deviceIdeas()
      default: break
      }
    }
    if explanation.nodes.contains(where: { $0.counted == "computed class ineligible" && $0.rejections.isEmpty }) {
      ideas.append(askEachNode)
    }
    ideas += standingIdeas() + preemptionIdeas() + moreNodesIdeas()
    return ideas
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
