public import HCLParser

/// A plan as text: in the order and words of `nomad job plan`, and under each failure what Nomad does not say.
public struct PlanText {
  private let plan: Plan
  private let sources: SourceSet
  /// The difference to the version that runs, as text; empty for none.
  public var difference = ""
  /// Everything is told: every placement, every node of a failed group with all its reasons.
  public var isVerbose = false

  public init(_ plan: Plan, sources: SourceSet = SourceSet()) {
    self.plan = plan
    self.sources = sources
  }

  /// How many rows a table has before it is cut, unless all is wanted.
  private static let tableLimit = 20

  /// All lines, the last one ended: difference, dry run, failures and warnings, then tables of what goes where.
  public var rendered: String {
    var lines: [String] = []
    if !difference.isEmpty {
      lines += difference.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last?.isEmpty == true { lines.removeLast() }
      lines.append("")
    }
    lines.append("Scheduler dry-run:")
    lines += outcome
    if let wait = plan.rollingUpdateWait {
      lines.append("- Rolling update, next evaluation will be in \(DurationWords.text(nanoseconds: wait)).")
    }
    for delayed in plan.delayed.prefix(PlanText.tableLimit) {
      lines.append(
        "- Allocation \(delayed.name) has failed and is placed anew at \(Timestamp.text(nanoseconds: delayed.due)).")
    }
    if let (time, now) = plan.nextLaunch {
      let wait = DurationWords.text(nanoseconds: (time / 1_000_000_000 - now / 1_000_000_000) * 1_000_000_000)
      lines.append(
        "- If submitted now, next periodic launch would be at \(Timestamp.text(nanoseconds: time)) (\(wait) from now).")
    }
    lines.append("")
    lines += warnings + placements + stops + preemptions
    if plan.jobModifyIndex > 0 { lines.append("Job Modify Index: \(plan.jobModifyIndex)") }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Nomad's part

  private var outcome: [String] {
    guard !plan.failures.isEmpty else {
      return ["- All tasks successfully allocated."] + plan.remarks.map { "  Note: \($0)" }
    }
    var lines = [
      plan.jobKind == .system
        ? "- WARNING: Failed to place allocations on all nodes." : "- WARNING: Failed to place all allocations."
    ]
    let sorted = plan.failures.sorted { $0.group.utf8.lexicographicallyPrecedes($1.group.utf8) }
    for (number, failure) in sorted.enumerated() {
      if number > 0 { lines.append("") }
      lines.append(
        "  Task Group \(MetricsText.quoted(failure.group)) (failed to place \(Wording.count(failure.count, "allocation"))):"
      )
      lines += MetricsText.lines(failure.metrics).map { "    * \($0)" }
      if let explanation = failure.explanation {
        lines += ExplanationText(explanation, failure, sources: sources, isVerbose: isVerbose).lines(indent: "    ")
      }
    }
    lines += plan.remarks.map { "  Note: \($0)" }
    return lines
  }

  private var warnings: [String] {
    guard !plan.warnings.isEmpty else { return [] }
    return ["Job Warnings:", plan.warnings.count == 1 ? "1 warning:" : "\(plan.warnings.count) warnings:", ""]
      + plan.warnings.map { "* \($0)" } + [""]
  }

  private var preemptions: [String] {
    let preempted = plan.placements.flatMap(\.preempted)
    guard !preempted.isEmpty else { return [] }
    let rows: TextTable
    if preempted.count < 10 {
      var table = TextTable([("Alloc ID", .left), ("Job ID", .left), ("Task Group", .left)])
      for one in preempted { table.add([one.id, one.jobID, one.group]) }
      rows = table
    } else {
      var table = TextTable([("Job ID", .left), ("Namespace", .left), ("Job Type", .left), ("Preemptions", .right)])
      var order: [[String]] = []
      var counts: [[String]: Int] = [:]
      for one in preempted {
        let key = [one.jobID, one.namespace, one.jobType]
        if counts[key] == nil { order.append(key) }
        counts[key, default: 0] += 1
      }
      for key in order { table.add(key + ["\(counts[key] ?? 0)"]) }
      rows = order.count < 10 ? table : PlanText.byJobType(preempted)
    }
    return ["Preemptions:", ""] + rows.lines() + [""] + overcommitments
  }

  /// Where even the jobs are many, only their types are told.
  private static func byJobType(_ preempted: [PreemptedAllocation]) -> TextTable {
    var table = TextTable([("Job Type", .left), ("Preemptions", .right)])
    for type in Set(preempted.map(\.jobType)).sorted() {
      table.add([type, "\(preempted.count { $0.jobType == type })"])
    }
    return table
  }

  /// What Nomad's dry run does not see.
  private var overcommitments: [String] {
    var nodes: [String] = []
    for placement in plan.placements where placement.isOvercommitted && !nodes.contains(placement.nodeName) {
      nodes.append(placement.nodeName)
    }
    guard !nodes.isEmpty else { return [] }
    let names = nodes.map { "\"\($0)\"" }.joined(separator: ", ")
    return [
      "Nomad's dry run counts this as placed, but once these are gone \(names) would still hold more than it has: the job's",
      "own allocations there were overlooked. The server would refuse the placement (--ideal plans what fits).", "",
    ]
  }

  // MARK: Our part

  private var placements: [String] {
    table("Placements", plan.placements) + table("Updates in place", plan.updates)
  }

  private func table(_ title: String, _ placements: [Placement]) -> [String] {
    guard !placements.isEmpty else { return [] }
    let hasPorts = placements.contains { !$0.allotment.ports.isEmpty }
    let hasCores = placements.contains { !$0.allotment.cores.isEmpty }
    var columns: [(String, TextTable.Alignment)] = [("Allocation", .left), ("Node", .left), ("Score", .right)]
    if hasPorts { columns.append(("Ports", .left)) }
    if hasCores { columns.append(("Cores", .left)) }
    var table = TextTable(columns)
    let shown = isVerbose ? placements.count : min(placements.count, PlanText.tableLimit)
    for placement in placements.prefix(shown) {
      var row = [placement.name, placement.nodeName, NumberWords.fixed(placement.score, digits: 3)]
      if hasPorts { row.append(placement.allotment.ports.map(PlanText.port).joined(separator: ", ")) }
      if hasCores { row.append(placement.allotment.cores.map(String.init).joined(separator: ",")) }
      table.add(row)
    }
    var lines = ["\(title):", ""] + table.lines()
    if shown < placements.count {
      lines.append("and \(placements.count - shown) more (--verbose shows all)")
    }
    if placements.contains(where: { $0.allotment.ports.contains(where: \.isDynamic) }) {
      lines += ["", "Dynamic ports (marked *) are examples: the cluster picks its own."]
    }
    return lines + [""]
  }

  /// `http=20000→8080 on 10.0.0.1*`.
  private static func port(_ port: Allotment.Port) -> String {
    let inside = port.to > 0 && port.to != port.value ? "→\(port.to)" : ""
    let ip = port.hostIP.contains(":") ? "[\(port.hostIP)]" : port.hostIP
    return "\(port.label)=\(ip):\(port.value)\(inside)\(port.isDynamic ? "*" : "")"
  }

  private var stops: [String] {
    guard !plan.stops.isEmpty else { return [] }
    var table = TextTable([("Allocation", .left), ("Node", .left), ("Reason", .left)])
    let shown = isVerbose ? plan.stops.count : min(plan.stops.count, PlanText.tableLimit)
    for stop in plan.stops.prefix(shown) { table.add([stop.name, stop.nodeName, stop.reason]) }
    var lines = ["Stops:", ""] + table.lines()
    if shown < plan.stops.count { lines.append("and \(plan.stops.count - shown) more (--verbose shows all)") }
    return lines + [""]
  }
}
