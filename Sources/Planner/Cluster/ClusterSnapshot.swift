public import HCLParser

/// A cluster as it was given: nodes, what runs on them, volumes, settings. Nothing is added and nothing worked out.
public struct ClusterSnapshot: Sendable {
  /// In the order given, which decides between equal choices.
  public private(set) var nodes: [Node]
  /// What runs on the nodes and what has run there, in the order given.
  public var allocations: [Allocation]
  /// How far changes of jobs have come.
  public var deployments: [Deployment]
  /// The jobs that are registered, in the API form, where the snapshot lists them.
  public var jobs: [JSONNode]
  /// Nil where no list of volumes was given: nothing can be said about them.
  public var volumes: [CSIVolume]?
  /// The scheduler's configuration; Nomad's defaults where none was given.
  public var settings: SchedulerSettings
  /// Pools with settings of their own, or an empty list.
  public var pools: [NodePool]
  /// The texts of all nodes' attributes and metadata.
  let symbols: Symbols
  /// Which nodes are alike.
  let classes: NodeClasses

  public init(
    nodes: [Node] = [], allocations: [Allocation] = [], volumes: [CSIVolume]? = nil,
    settings: SchedulerSettings = SchedulerSettings(), pools: [NodePool] = [], deployments: [Deployment] = [],
    jobs: [JSONNode] = []
  ) {
    self.deployments = deployments
    self.jobs = jobs
    self.allocations = allocations
    self.volumes = volumes
    self.settings = settings
    self.pools = pools
    // Nodes of one reader share their table already.
    let shared = nodes.first?.attributes.symbols ?? .none
    if nodes.allSatisfy({ $0.attributes.symbols === shared && $0.meta.symbols === shared }) {
      symbols = shared
      classes = NodeClasses(nodes, symbols: shared)
      self.nodes = nodes
      return
    }
    var table = SymbolTable()
    let entries = nodes.map { ($0.attributes.entries(in: &table), $0.meta.entries(in: &table)) }
    let symbols = Symbols(table)
    self.symbols = symbols
    self.nodes = zip(nodes, entries).map { node, entries in
      var node = node
      node.attributes = NodeAttributes(entries: entries.0, symbols: symbols)
      node.meta = NodeAttributes(entries: entries.1, symbols: symbols)
      return node
    }
    classes = NodeClasses(self.nodes, symbols: symbols)
  }

  /// The symbol of a text among the nodes' attributes, or nil where no node has it.
  func symbol(of text: String) -> Symbol? { symbols.table.symbol(of: text) }

  /// The node with an id, the first if there are several; nil where there is none.
  public func node(withID id: String) -> Node? { nodes.first { $0.id.utf8.elementsEqual(id.utf8) } }

  /// The pool of a name; nil where none was given, and then the cluster's settings hold for its jobs.
  public func pool(named name: String) -> NodePool? { pools.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// The algorithm for jobs of a pool.
  public func algorithm(forPool name: String) -> SchedulerSettings.Algorithm {
    pool(named: name)?.algorithm ?? settings.algorithm
  }

  /// Whether tasks of jobs in a pool may use more memory than they reserve.
  public func allowsMemoryOversubscription(inPool name: String) -> Bool {
    pool(named: name)?.allowsMemoryOversubscription ?? settings.allowsMemoryOversubscription
  }
}
