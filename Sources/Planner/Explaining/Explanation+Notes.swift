import HCLParser

extension ExplanationBuilder {
  /// Where Nomad's counters mislead, the truth.
  func notes() -> [String] {
    var notes: [String] = []
    let judged = candidates.filter { $0.counted == "computed class ineligible" }
    if !judged.isEmpty {
      let unfit = judged.filter { !$0.rejections.isEmpty }
      let fit = judged.filter(\.rejections.isEmpty)
      if !unfit.isEmpty {
        notes.append(
          "Nomad counts \(Wording.names(unfit.map(\.name))) as \"computed class ineligible\": it asks only the first node of each class. Their own \(unfit.count == 1 ? "reason is" : "reasons are") told here."
        )
      }
      for outcome in fit.prefix(3) {
        let first = snapshot.classes.firstNodes[snapshot.classes.ofNode[outcome.node]]
        notes.append(
          "\(outcome.name) would take it, but Nomad does not ask: it judges the node by \(snapshot.nodes[first].name), the first of its class, although the class does not tell networks, volumes or drivers."
        )
      }
    }
    if let origin = request.networkNeedOrigin, let need = request.networkNeed,
      candidates.contains(where: { $0.rejections.contains { $0.stage == .network || $0.stage == .hostNetwork } })
    {
      notes.append(
        "group \"\(request.group)\" has no network block; Nomad takes the network of group \"\(origin)\" (mode \"\(need.effectiveMode)\") for its own. A network block with mode = \"host\" here, or the group placed before \"\(origin)\", avoids that."
      )
    }
    // Where something else is amiss for certain, what the snapshot leaves out does not matter.
    let uncertain = candidates.filter { !$0.rejections.isEmpty && $0.rejections.allSatisfy(\.isUncertain) }
    if !uncertain.isEmpty {
      notes.append(
        "the snapshot does not tell all about \(Wording.names(uncertain.map(\.name))): \(uncertain.count == 1 ? "it" : "they") may be fit after all."
      )
    }
    return notes
  }
}

extension PlacementFailure {
  /// Where Nomad counts a node under nothing at all, says so: its own lines would leave the reader without any reason.
  mutating func noteSilence() {
    let uncounted = metrics.nodesEvaluated - metrics.nodesFiltered - metrics.nodesExhausted
    guard uncounted > 0, explanation != nil else { return }
    let who =
      metrics.nodesFiltered + metrics.nodesExhausted == 0
      ? "no reason at all" : "no reason for \(uncounted) of the nodes"
    explanation?.notes.append(
      "Nomad prints \(who): where a port or a device is taken by what cannot be preempted, it does not count the node.")
  }
}
