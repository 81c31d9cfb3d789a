extension JobPlanner {
  /// Placements on nodes that lack what the group asks for: the real scheduler makes them too, since it asks only one
  /// node of each class, and classes do not tell networks, drivers or host volumes (scheduler.md 2.2).
  func cautions(in state: ClusterState) -> [String] {
    guard !filter.isIdeal, state.snapshot.classes.count < state.nodes.count else { return [] }
    var found: [Caution] = []
    for (index, request) in requests.enumerated() {
      let placed = plan.placements.filter { $0.group.utf8.elementsEqual(request.group.utf8) }
      guard !placed.isEmpty, !request.escapesClasses else { continue }
      // What the group asks for itself: a need left over from another one is no fault of the node's.
      var own = request
      own.networkNeed = request.network
      own.networkNeedOrigin = nil
      let checks = FeasibilityChecks(own, job: number, group: groups[index])
      for placement in placed {
        let question = FeasibilityQuestion(
          number: placement.node, instance: placement.index, properties: PropertyUse([], in: state))
        guard let rejection = checks.firstRejection(question, within: .groupAndClass, in: state) else { continue }
        let nodeClass = state.snapshot.classes.ofNode[placement.node]
        let judge = candidates.nodes.first { state.snapshot.classes.ofNode[$0] == nodeClass } ?? placement.node
        let caution = Caution(
          group: request.group, reason: rejection.detail.isEmpty ? rejection.reason : rejection.detail,
          judge: state.nodes[judge].name, nodes: [placement.nodeName])
        if let known = found.firstIndex(where: { $0.speaksOfTheSame(as: caution) }) {
          if !found[known].nodes.contains(placement.nodeName) { found[known].nodes.append(placement.nodeName) }
        } else {
          found.append(caution)
        }
      }
    }
    return found.map(\.text)
  }

  private struct Caution {
    var group: String
    var reason: String
    var judge: String
    var nodes: [String]

    func speaksOfTheSame(as other: Caution) -> Bool {
      group.utf8.elementsEqual(other.group.utf8) && reason.utf8.elementsEqual(other.reason.utf8)
        && judge.utf8.elementsEqual(other.judge.utf8)
    }

    var text: String {
      "Nomad places group \"\(group)\" on \(Wording.names(nodes)), but will not be able to run it there: \(reason). It judges \(nodes.count == 1 ? "the node" : "the nodes") by \(judge), the first of the class, although the class does not tell networks, volumes or drivers."
    }
  }
}
