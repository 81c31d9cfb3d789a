extension NodeScorer {
  /// A node's score for one instance in its parts. There may be millions, so nothing here stands on the heap.
  struct Parts: Sendable {
    var fit: Double
    /// The mean of the parts that count.
    var total = 0.0
    var devices: Double?
    var antiAffinity = 0.0
    var affinity = 0.0
    var boost = 0.0
    var preemption: Double?
    var hasAffinities = false
    var isPenalized = false
    /// System jobs are scored by fit and devices alone.
    var isForEveryNode = false

    init(fit: Double) { self.fit = fit }

    /// By name and in order, as Nomad records them.
    var named: [NodeScore.Part] {
      var parts = [NodeScore.Part("binpack", fit)]
      if let devices { parts.append(.init("devices", devices)) }
      if isForEveryNode { return parts }
      parts.append(.init("job-anti-affinity", antiAffinity))
      parts.append(.init("node-reschedule-penalty", isPenalized ? -1 : 0))
      if affinity != 0 || !hasAffinities { parts.append(.init("node-affinity", affinity)) }
      if boost != 0 { parts.append(.init("allocation-spread", boost)) }
      if let preemption { parts.append(.init("preemption", preemption)) }
      return parts
    }

    func named(node: Int) -> NodeScore { NodeScore(node: node, parts: named, total: total) }
  }
}
