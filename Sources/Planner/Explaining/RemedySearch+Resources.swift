import HCLParser
import JobSpec

/// Ideas that make an instance smaller.
extension RemedySearch {
  /// What one task asks of a resource.
  private struct Ask {
    var task: RequestedTask
    var amount: Int
    var range: SourceRange?
    var minimum: Int
  }

  func resourceIdeas(_ finding: Finding) -> [Idea] {
    guard let stage = Rejection.Stage(rawValue: finding.stage) else { return [] }
    if stage == .disk { return diskIdeas(finding) }
    let asks = request.tasks.map { task -> Ask in
      switch stage {
      case .cpu: Ask(task: task, amount: task.cpu, range: task.cpuRange, minimum: 1)
      case .memory: Ask(task: task, amount: task.memoryMB, range: task.memoryRange, minimum: 10)
      default: Ask(task: task, amount: task.cores, range: task.coresRange, minimum: 1)
      }
    }
    // Only the largest ask: that of a sidecar is seldom the one to change.
    guard let ask = asks.max(by: { $0.amount < $1.amount }), ask.amount > ask.minimum else { return [] }
    let resources = model?.tasks.first { $0.name == ask.task.name }?.resources
    let isWritten =
      switch stage {
      case .cpu: resources?.wrote(\.cpu)
      case .memory: resources?.wrote(\.memory)
      default: resources?.wrote(\.cores)
      }
    return amountIdeas(
      stage.rawValue, of: "task \"\(ask.task.name)\"", now: ask.amount, minimum: ask.minimum,
      short: shortage(finding), unit: Wording.unit(of: stage), range: ask.range, isWritten: isWritten == true
    ) { group, amount in
      for index in group.tasks.indices where group.tasks[index].name == ask.task.name {
        var resources = group.tasks[index].resources ?? Resources()
        switch stage {
        case .cpu: resources.cpu = amount
        case .memory: resources.memory = amount
        default: resources.cores = amount
        }
        group.tasks[index].resources = resources
      }
    }
  }

  private func diskIdeas(_ finding: Finding) -> [Idea] {
    amountIdeas(
      "ephemeral_disk size", of: "group \"\(request.group)\"", now: request.diskMB, minimum: 10,
      short: shortage(finding), unit: " MB", range: request.diskRange,
      isWritten: model?.ephemeralDisk?.wrote(\.size) == true
    ) { group, amount in
      var disk = group.ephemeralDisk ?? EphemeralDisk()
      disk.size = amount
      group.ephemeralDisk = disk
    }
  }

  /// How much less would let one more instance in, on the node that comes nearest.
  private func shortage(_ finding: Finding) -> Int {
    let short = candidates.filter { $0.rejections.count == 1 }.compactMap { outcome -> Int? in
      guard let rejection = outcome.rejections.first, rejection.stage.rawValue == finding.stage,
        let needed = rejection.needed, let available = rejection.available
      else { return nil }
      return needed &- available
    }
    return short.min() ?? 0
  }

  /// The amount that lets one more instance in, and the largest that places all.
  private func amountIdeas(
    _ name: String, of whom: String, now: Int, minimum: Int, short: Int, unit: String, range: SourceRange?,
    isWritten: Bool, _ change: @escaping (inout TaskGroup, Int) -> Void
  ) -> [Idea] {
    func idea(_ amount: Int) -> Idea {
      edit("\(name) of \(whom) \(now) → \(amount)\(unit)", at: Remedy.Place(range, isWritten ? "\(amount)" : nil)) {
        change(&$0, amount)
      }
    }
    guard short > 0, now &- short >= minimum else { return [] }
    let one = now &- short
    // The least change that places all needs no other beside it.
    if wanted - placed == 1 || trial(idea(one)) == wanted { return [idea(one)] }
    var ideas: [Idea] = []
    // Fewer steps on large clusters, where each costs a whole plan.
    var steps = before.snapshot.nodes.count * wanted > 100_000 ? 0 : 12
    if steps > 0, trial(idea(minimum)) == wanted {
      var (low, high) = (minimum, one)
      while low < high, steps > 0 {
        let middle = low + (high - low + 1) / 2
        if trial(idea(middle)) == wanted { low = middle } else { high = middle - 1 }
        steps -= 1
      }
      ideas.append(idea(low))
      // Nearly the same amount, for fewer instances, is no second choice.
      if one - low <= now / 20 { return ideas }
    }
    if ideas.isEmpty || trial(idea(one)) > placed { ideas.append(idea(one)) }
    return ideas
  }
}
