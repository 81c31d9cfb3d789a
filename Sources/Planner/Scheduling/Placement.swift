import HCLParser

/// An instance and its place.
///
/// There may be millions of them: names and scores are put together when they are asked for.
public struct Placement: Sendable {
  /// The task group it is an instance of.
  public var group: String
  /// The number in its name.
  public var index: Int
  /// The node's place in the snapshot.
  public var node: Int
  /// Empty where an allocation is updated in place and the snapshot does not tell.
  public var nodeName: String
  /// The node's id in the snapshot.
  public var nodeID: String
  /// What it takes there: ports, cores, devices, the tasks' shares. Dynamic ports are examples.
  public var allotment: Allotment
  /// Allocations pushed out to make room.
  public var preempted: [PreemptedAllocation] = []
  /// The allocation it takes over from, or that is updated.
  public var previousAllocation: String?
  /// It tries the new version beside the old one, and takes over from none.
  public var isCanary = false
  /// The node would hold more than it has once the preempted allocations are gone. Nomad's dry run overlooks it.
  public var isOvercommitted = false
  private let title: Title
  private let parts: NodeScorer.Parts?
  @OutOfLine private var ownMetrics: PlacementMetrics?

  private enum Title: Sendable {
    /// The job, for a name made of job, group and number.
    case ofJob(String)
    case whole(String)
  }

  /// `job.group[0]`.
  public var name: String {
    switch title {
    case .ofJob(let job): AllocationNames.name(job: job, group: group, index: index)
    case .whole(let name): name
    }
  }

  /// The mean of the scores; higher is better. 0 for an update in place, which is not scored.
  public var score: Double { parts?.total ?? 0 }

  /// The scores by Nomad's names.
  public var scores: [NodeScore.Part] { parts?.named ?? [] }

  /// How often the nodes were looked at and why others dropped out; kept on request only.
  public var metrics: PlacementMetrics? {
    get { ownMetrics }
    set { ownMetrics = newValue }
  }

  /// A new instance of a job's group.
  init(job: String, group: String, index: Int, on node: Node, _ selection: GroupPlacer.Selection) {
    self.group = group
    self.index = index
    self.node = selection.node
    nodeName = node.name
    nodeID = node.id
    allotment = selection.allotment
    title = .ofJob(job)
    parts = selection.score
  }

  /// An instance that stays where it is.
  init(updating instance: RunningInstance, allotment: Allotment) {
    group = instance.group
    index = instance.index
    node = instance.node
    nodeName = instance.nodeName
    nodeID = instance.nodeID
    self.allotment = allotment
    previousAllocation = instance.id
    title = .whole(instance.name)
    parts = nil
  }
}
