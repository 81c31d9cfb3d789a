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
        let tasks = model?.tasks.filter { $0.driver == driver.name } ?? []
        // Each task names its driver; one replacement mends one of them.
        let whose = tasks.count > 1 ? " in \(tasks.count) tasks" : ""
        let place =
          tasks.count > 1
          ? Remedy.Place(driver.range)
          : replacing(\Task.driver, of: tasks.first, at: driver.range, with: "\"\(near)\"")
        ideas.append(
          edit("driver \"\(driver.name)\" → \"\(near)\"\(whose)", at: place) { group in
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
    let lacking = lacking(only: .driver)
    // What is there and broken is sooner mended than what was never installed.
    let sorted = lacking.filter { isBroken($0.node) } + lacking.filter { !isBroken($0.node) }
    guard let first = sorted.first(where: { !isForeign($0) }) else { return [] }
    let names = missing(on: first.node)
    let alike = sorted.filter { !isForeign($0) && missing(on: $0.node) == names }
    return ideas("\(Wording.list(names.map { "driver \"\($0)\"" })) usable", on: alike) { node in
      for name in names {
        node.drivers.removeAll { $0.name == name }
        node.drivers.append(DriverInfo(name: name, isDetected: true, isHealthy: true))
      }
    }
  }

  /// Some drivers are for Linux alone.
  private func isForeign(_ outcome: NodeOutcome) -> Bool {
    isWindows(outcome) && missing(on: outcome.node).contains { ["exec", "exec2", "podman"].contains($0) }
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
