/// One thing a node has to be for an instance of a group. Pure: the answer hangs on nothing but what is passed in.
///
/// When placing, the first rejection decides; when explaining, all checks are asked.
protocol FeasibilityCheck: Sendable {
  /// What the real scheduler takes the answer for.
  var scope: FeasibilityScope { get }
  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection?
}

/// How far an answer is taken to reach (scheduler.md 2.2). That the answer may differ within a class is known; the real
/// scheduler does it so all the same.
enum FeasibilityScope: Sendable, Hashable {
  /// All nodes of the class, for all groups of the job.
  case jobAndClass
  /// All nodes of the class, for one group.
  case groupAndClass
  /// This node alone; asked anew each time.
  case node
}

/// A node, asked for one instance. The state is passed beside it, so that nothing is copied for a question.
struct FeasibilityQuestion {
  /// The node's place in the snapshot.
  var number: Int
  /// The number in the instance's name.
  var instance: Int
  /// How often each value of a distinct property is used.
  var properties: PropertyUse

  func node(in state: ClusterState) -> Node { state.snapshot.nodes[number] }
}
