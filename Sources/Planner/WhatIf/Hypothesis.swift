/// One thing supposed about a cluster: what `--drain` and its like ask.
public enum Hypothesis: Sendable, Hashable {
  /// A node drains: it takes nothing new, and what runs on it has to go elsewhere.
  case drain(node: String)
  /// Nodes are gone, and what ran on them is lost.
  case without(NodeSelection)
  /// More nodes like one that exists.
  case addNodes(count: Int, like: String)

  /// Some nodes of a cluster.
  public enum NodeSelection: Sendable, Hashable {
    /// By name, id, or the beginning of an id.
    case node(String)
    case nodeClass(String)
    case datacenter(String)
    case pool(String)
  }

  /// More copies than this are no question about a cluster, but a slip of the finger.
  public static let copyLimit = 10_000
}

/// A cluster as supposed, and what was supposed about it.
public struct SupposedCluster: Sendable {
  /// The cluster with all that was supposed so far. Allocations stay in it when their node is gone.
  public var snapshot: ClusterSnapshot
  /// One line for each hypothesis: `node "app-1" drains`.
  public var statements: [String] = []
  /// The jobs of which something has to go elsewhere, in the order of their allocations.
  public private(set) var displacedJobs: [JobName] = []
  /// The nodes before anything was supposed: what is gone may still be a model for others.
  private let models: ClusterSnapshot

  public init(_ snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    models = snapshot
  }

  /// What a job is known by.
  public struct JobName: Sendable, Hashable {
    /// `default` where the snapshot tells none.
    public var namespace: String
    /// The job's id.
    public var id: String
  }

  /// Supposes one thing more; later hypotheses see what earlier ones left.
  public mutating func suppose(_ hypothesis: Hypothesis) throws(UnknownNode) {
    switch hypothesis {
    case .drain(let name): try drain(name)
    case .without(let selection): try remove(selection)
    case .addNodes(let count, let name): try addNodes(min(max(0, count), Hypothesis.copyLimit), like: name)
    }
  }

  private mutating func drain(_ name: String) throws(UnknownNode) {
    let number = try number(of: name)
    var nodes = snapshot.nodes
    nodes[number].isDraining = true
    nodes[number].eligibility = "ineligible"
    let id = nodes[number].id
    // As when the drain reaches its deadline: everything has been told to go.
    var moving = 0
    var allocations = snapshot.allocations
    for index in allocations.indices
    where allocations[index].nodeID.utf8.elementsEqual(id.utf8) && !allocations[index].isTerminal {
      allocations[index].wantsMigration = true
      displace(allocations[index])
      moving += 1
    }
    replace(nodes, allocations: allocations)
    let moved =
      moving == 0 ? "" : "; \(Wording.count(moving, "allocation")) on it \(moving == 1 ? "has" : "have") to go"
    statements.append("node \"\(nodes[number].name)\" drains\(moved)")
  }

  private mutating func remove(_ selection: Hypothesis.NodeSelection) throws(UnknownNode) {
    let numbers: [Int]
    if case .node(let name) = selection {
      numbers = [try number(of: name)]
    } else {
      numbers = try self.numbers(of: selection)
    }
    let gone = Set(numbers)
    let ids = Set(numbers.map { snapshot.nodes[$0].id })
    let losses = snapshot.allocations.filter { ids.contains($0.nodeID) && !$0.isTerminal }
    for allocation in losses { displace(allocation) }
    let lost = losses.count
    let suffix = lost == 0 ? "" : "; \(Wording.count(lost, "allocation")) \(lost == 1 ? "is" : "are") lost"
    switch selection {
    case .node:
      statements.append("node \(Wording.list(numbers.map { "\"\(snapshot.nodes[$0].name)\"" })) is gone\(suffix)")
    default:
      let names = Wording.names(numbers.map { snapshot.nodes[$0].name })
      statements.append(
        "\(selection.phrase) is gone: \(Wording.count(numbers.count, "node")), \(names)\(suffix)")
    }
    replace(
      snapshot.nodes.enumerated().filter { !gone.contains($0.offset) }.map(\.element),
      allocations: snapshot.allocations)
  }

  private mutating func addNodes(_ count: Int, like name: String) throws(UnknownNode) {
    guard count > 0 else { return }
    let number = try models.nodeNumber(of: name)
    let model = models.nodes[number]
    var copier = NodeCopier(models.nodes + snapshot.nodes)
    let copies = (0..<count).map { _ in copier.copy(of: model) }
    statements.append(
      "\(Wording.count(count, "more node")) like \"\(model.name)\": "
        + Wording.names(copies.map(\.name)))
    replace(snapshot.nodes + copies, allocations: snapshot.allocations)
  }

  /// The one node that a text means.
  private func number(of name: String) throws(UnknownNode) -> Int {
    do throws(UnknownNode) {
      return try snapshot.nodeNumber(of: name)
    } catch {
      // It was there before something else was supposed.
      if (try? models.nodeNumber(of: name)) != nil {
        throw UnknownNode(message: "node \"\(name)\" is supposed to be gone already")
      }
      throw error
    }
  }

  /// The nodes of a class, a datacenter or a pool, by their places in the snapshot; never none.
  private func numbers(of selection: Hypothesis.NodeSelection) throws(UnknownNode) -> [Int] {
    let numbers = snapshot.nodeNumbers(in: selection)
    guard numbers.isEmpty else { return numbers }
    let known: [String]
    let wanted: String
    switch selection {
    case .node(let name): (wanted, known) = (name, snapshot.nodes.map(\.name))
    case .nodeClass(let name): (wanted, known) = (name, snapshot.nodes.map(\.nodeClass))
    case .datacenter(let name): (wanted, known) = (name, snapshot.nodes.map(\.datacenter))
    case .pool(let name): (wanted, known) = (name, snapshot.nodes.map(\.pool))
    }
    throw UnknownNode("no node is in \(selection.phrase)", wanted, among: known)
  }

  private mutating func displace(_ allocation: Allocation) {
    let name = JobName(namespace: allocation.namespace, id: allocation.jobID)
    if !displacedJobs.contains(name) { displacedJobs.append(name) }
  }

  private mutating func replace(_ nodes: [Node], allocations: [Allocation]) {
    snapshot = ClusterSnapshot(
      nodes: nodes, allocations: allocations, volumes: snapshot.volumes, settings: snapshot.settings,
      pools: snapshot.pools, deployments: snapshot.deployments, jobs: snapshot.jobs)
  }
}

extension Hypothesis.NodeSelection {
  /// `class "gpu"`.
  var phrase: String {
    switch self {
    case .node(let name): "node \"\(name)\""
    case .nodeClass(let name): "class \"\(name)\""
    case .datacenter(let name): "datacenter \"\(name)\""
    case .pool(let name): "node pool \"\(name)\""
    }
  }
}

extension ClusterSnapshot {
  /// The nodes of a selection, by their places. A name or an id that fits as a whole beats the beginning of an id.
  func nodeNumbers(in selection: Hypothesis.NodeSelection) -> [Int] {
    func numbers(where isMeant: (Node) -> Bool) -> [Int] { nodes.indices.filter { isMeant(nodes[$0]) } }
    switch selection {
    case .nodeClass(let name): return numbers { $0.nodeClass.utf8.elementsEqual(name.utf8) }
    case .datacenter(let name): return numbers { $0.datacenter.utf8.elementsEqual(name.utf8) }
    case .pool(let name): return numbers { $0.pool.utf8.elementsEqual(name.utf8) }
    case .node(let name): return (try? nodeNumber(of: name)).map { [$0] } ?? []
    }
  }
}
