import HCLParser
import JobSpec
import Planner

/// What is only supposed: the flags that change the cluster or the jobs before anything is planned.
struct WhatIfFlags {
  /// One `--set-count`: the text could name a group, or a job and a group where names hold dots.
  struct Count {
    var text: String
    var count: Int
    var readings: [JobInput.AssumedCount]
  }

  private(set) var hypotheses: [Hypothesis] = []
  private(set) var counts: [Count] = []

  init(_ arguments: ParsedArguments) throws(Misuse) {
    // The same thing twice is the same thing.
    for text in arguments.values(.drain) where !hypotheses.contains(.drain(node: text)) {
      hypotheses.append(.drain(node: text))
    }
    for text in arguments.values(.without) {
      let hypothesis = Hypothesis.without(try Self.selection(text))
      if !hypotheses.contains(hypothesis) { hypotheses.append(hypothesis) }
    }
    let (amounts, models) = (arguments.values(.addNodes), arguments.values(.like))
    guard amounts.count == models.count else {
      throw Misuse(
        amounts.count > models.count
          ? "flag \"--add-nodes\" needs a node to copy: \"--like NODE\""
          : "flag \"--like\" needs \"--add-nodes N\"")
    }
    for (amount, model) in zip(amounts, models) {
      guard let number = Int(amount), (1...Hypothesis.copyLimit).contains(number) else {
        throw Misuse("flag \"--add-nodes\" takes a number from 1 to \(Hypothesis.copyLimit), not \"\(amount)\"")
      }
      hypotheses.append(.addNodes(count: number, like: model))
    }
    for text in arguments.values(.setCount) {
      let count = try Self.count(text)
      if let other = counts.first(where: { $0.readings[0].group == count.readings[0].group }) {
        guard other.count != count.count else { continue }
        throw Misuse("flags \"--set-count \(other.text)\" and \"--set-count \(text)\" contradict each other")
      }
      counts.append(count)
    }
  }

  /// What readers of jobs are told to suppose.
  var assumedCounts: [JobInput.AssumedCount] { counts.flatMap(\.readings) }

  /// The cluster with everything supposed.
  func applied(to snapshot: ClusterSnapshot) throws(Misuse) -> SupposedCluster {
    var cluster = SupposedCluster(snapshot)
    for hypothesis in hypotheses {
      do throws(UnknownNode) {
        try cluster.suppose(hypothesis)
      } catch {
        throw Misuse(error.message, hint: error.hint)
      }
    }
    return cluster
  }

  /// What the supposed counts mean for the jobs given, a line each. A count that means none of them is wrong use.
  func statements(for jobs: [Job]) throws(Misuse) -> [String] {
    var lines: [String] = []
    for count in counts {
      var isMeant = false
      for job in jobs {
        let groups = Set(count.readings.flatMap { job.groups(meantBy: $0) }).sorted()
        for group in groups {
          let line = "group \"\(job.groups[group].name)\" of job \"\(job.id)\" has count \(count.count)"
          if !lines.contains(line) { lines.append(line) }
          isMeant = true
        }
      }
      guard !isMeant else { continue }
      let name = count.readings.first?.group ?? count.text
      let known = jobs.flatMap { job in job.groups.flatMap { [$0.name, "\(job.id).\($0.name)"] } }
      let nearest = NameSuggestion.nearest(to: name, among: known)
      throw Misuse(
        "no group of the jobs given is called \"\(name)\"",
        hint: nearest.map { "did you mean \"\($0)\"?" } ?? Self.groups(of: jobs))
    }
    return lines
  }

  /// `the groups are "web.api" and "web.db"`.
  static func groups(of jobs: [Job]) -> String {
    let known = jobs.flatMap { job in job.groups.map { "\"\(job.id).\($0.name)\"" } }
    guard known.count > 1 else { return known.first.map { "the only group is \($0)" } ?? "" }
    let shown = known.prefix(8).joined(separator: ", ")
    return "the groups are \(shown)\(known.count > 8 ? " and \(known.count - 8) more" : "")"
  }

  /// `app-1`, `class=gpu`, `datacenter=fra`, `pool=batch`.
  static func selection(_ text: String) throws(Misuse) -> Hypothesis.NodeSelection {
    guard let equals = text.firstIndex(of: "=") else {
      if text.isEmpty { throw Misuse("flag \"--without\" takes a node, or class=, datacenter= or pool= with a name") }
      return .node(text)
    }
    let (key, value) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
    if value.isEmpty { throw Misuse("flag \"--without\" takes a name after \"\(key)=\"") }
    switch key {
    case "node": return .node(value)
    case "class": return .nodeClass(value)
    case "datacenter", "dc": return .datacenter(value)
    case "pool": return .pool(value)
    default:
      let nearest = NameSuggestion.nearest(to: key, among: ["node", "class", "datacenter", "pool"])
      throw Misuse(
        "flag \"--without\" takes a node, or class=, datacenter= or pool= with a name, not \"\(text)\"",
        hint: nearest.map { "did you mean \"\($0)=\(value)\"?" } ?? "")
    }
  }

  private static func count(_ text: String) throws(Misuse) -> Count {
    guard let equals = text.lastIndex(of: "="), let number = Int(text[text.index(after: equals)...]), number >= 0,
      equals > text.startIndex
    else {
      throw Misuse("flag \"--set-count\" takes GROUP=N or JOB.GROUP=N, not \"\(text)\"")
    }
    let name = text[..<equals]
    var readings = [JobInput.AssumedCount(group: String(name), count: number)]
    for dot in name.indices where name[dot] == "." {
      readings.append(
        JobInput.AssumedCount(
          job: String(name[..<dot]), group: String(name[name.index(after: dot)...]), count: number))
    }
    return Count(text: text, count: number, readings: readings)
  }
}

extension CommandOption {
  static let drain = CommandOption(
    "drain", .value("NODE", .nothing), "suppose that a node drains", isRepeatable: true)
  static let without = CommandOption(
    "without", .value("NODE|class=…|datacenter=…|pool=…", .nothing), "suppose that nodes are gone",
    isRepeatable: true)
  static let addNodes = CommandOption(
    "add-nodes", .value("N", .nothing), "suppose N more nodes, like the one that --like names", isRepeatable: true)
  static let like = CommandOption("like", .value("NODE", .nothing), "the node to copy", isRepeatable: true)
  static let setCount = CommandOption(
    "set-count", .value("[JOB.]GROUP=N", .nothing), "suppose another count of a group", isRepeatable: true)

  /// What is supposed of the cluster.
  static let clusterWhatIf: [CommandOption] = [.drain, .without, .addNodes, .like]
  /// What is supposed of cluster and jobs.
  static let whatIf: [CommandOption] = clusterWhatIf + [.setCount]
}
