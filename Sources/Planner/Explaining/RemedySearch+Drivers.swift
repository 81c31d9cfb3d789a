import HCLParser
import JobSpec

/// Ideas about drivers.
extension RemedySearch {
  func driverIdeas() -> [Idea] {
    var ideas: [Idea] = []
    for driver in request.drivers {
      let usable = candidates.flatMap { outcome in
        before.snapshot.nodes[outcome.node].drivers.filter { $0.isDetected && $0.isHealthy }.map(\.name)
      }
      if let near = Wording.nearest(to: driver.name, among: usable) {
        let task = model?.tasks.first { $0.driver == driver.name }
        ideas.append(
          edit(
            "driver \"\(driver.name)\" → \"\(near)\"",
            at: replacing(\Task.driver, of: task, at: driver.range, with: "\"\(near)\"")
          ) { group in
            for index in group.tasks.indices where group.tasks[index].driver == driver.name {
              group.tasks[index].driver = near
            }
          })
      }
    }
    return ideas + usableDriverIdeas()
  }

  /// The drivers made to work: on one node, and on as many as all instances need.
  private func usableDriverIdeas() -> [Idea] {
    let lacking = candidates.filter { !$0.rejections.isEmpty && $0.rejections.allSatisfy { $0.stage == .driver } }
    // What is there and broken is sooner mended than what was never installed.
    let sorted = lacking.filter { isBroken($0.node) } + lacking.filter { !isBroken($0.node) }
    guard let first = sorted.first else { return [] }
    let names = missing(on: first.node)
    let alike = sorted.filter { missing(on: $0.node) == names }
    func idea(_ count: Int) -> Idea {
      let nodes = alike.prefix(count)
      let place =
        count > 1
        ? "\(count) nodes, such as \(Wording.names(nodes.map(\.name), limit: 3))"
        : alike.count <= 3
          ? Wording.list(alike.map(\.name), joint: "or")
          : "\(first.name), or on another of \(alike.count) such nodes"
      return cluster("\(Wording.list(names.map { "driver \"\($0)\"" })) usable on \(place)") { all, _ in
        for outcome in nodes {
          for name in names {
            all[outcome.node].drivers.removeAll { $0.name == name }
            all[outcome.node].drivers.append(DriverInfo(name: name, isDetected: true, isHealthy: true))
          }
        }
      }
    }
    let lackingCount = wanted - placed
    guard lackingCount > 1, alike.count > 1 else { return [idea(1)] }
    let gain = trial(idea(1)) - placed
    guard gain > 0, gain < lackingCount else { return [idea(1)] }
    return [idea(min(alike.count, (lackingCount + gain - 1) / gain)), idea(1)]
  }

  /// Every driver it lacks is at least detected.
  private func isBroken(_ node: Int) -> Bool {
    missing(on: node).allSatisfy { before.snapshot.nodes[node].driver($0)?.isDetected == true }
  }

  /// The drivers the group needs and a node cannot offer.
  private func missing(on node: Int) -> [String] {
    let question = FeasibilityQuestion(
      number: node, instance: 0, properties: PropertyUse([], in: before))
    return request.drivers.filter { DriverAvailable([$0]).rejection(question, in: before) != nil }.map(\.name)
  }
}
