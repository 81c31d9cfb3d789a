import HCLParser
import JobSpec

@testable import Planner

/// Follows a piece of advice as a person would: by editing the job file, or by changing the cluster.
struct RemedyFollower {
  var text: String
  var state: ClusterState
  let group: String

  /// Nil where the words are not understood.
  mutating func follow(_ remedy: Remedy) -> Bool {
    if remedy.change.hasPrefix("both: ") { return false }
    if remedy.kind == .cluster { return changeCluster(remedy.change) }
    if let range = remedy.range, let replacement = remedy.replacement {
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(range.start..<range.end, with: Array(replacement.utf8))
      text = String(decoding: bytes, as: UTF8.self)
      return true
    }
    return edit(remedy.change, at: remedy.range.map { line(of: $0.start) })
  }

  // MARK: The job file

  private var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  private func line(of offset: Int) -> Int { text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } }

  /// Text between the nth pair of quotes.
  private func quoted(_ text: String, _ number: Int = 0) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 2 * number + 1 ? String(parts[2 * number + 1]) : ""
  }

  /// The lines of the block that begins on a line.
  private func block(_ first: Int) -> ClosedRange<Int> {
    let lines = lines
    let indent = lines[first].prefix { $0 == " " }
    let last = lines[first...].firstIndex { $0 == indent + "}" } ?? first
    return first...last
  }

  private mutating func edit(_ change: String, at line: Int?) -> Bool {
    var lines = lines
    func replace(_ key: String, with value: String) -> Bool {
      guard let line, let index = block(line).first(where: { lines[$0].contains("\(key) = ") }) else { return false }
      lines[index] = "\(lines[index].prefix { $0 == " " })\(key) = \(value)"
      return true
    }
    let header = lines.firstIndex { $0.contains("group \"\(group)\" {") } ?? 0
    switch change {
    case _ where change.hasPrefix("a network block with mode = \"host\""):
      lines.insert("    network {\n      mode = \"host\"\n    }", at: header + 1)
    case _ where change.hasPrefix("a constraint on ${node.unique.name}"):
      lines.insert(
        "    constraint {\n      attribute = \"${node.unique.name}\"\n      operator = \"is_set\"\n    }",
        at: header + 1)
    case _ where change.hasPrefix("value of the constraint"):
      guard let value = change.split(separator: "→").last, replace("value", with: String(value)) else { return false }
    case _ where change.hasPrefix("limit of distinct_property"):
      guard let value = change.split(separator: "→").last, replace("value", with: "\"\(value.dropFirst())\"") else {
        return false
      }
    case _ where change.hasPrefix("no constraint"):
      guard let line else { return false }
      lines.removeSubrange(block(line))
    case _ where change.hasPrefix("datacenter "):
      guard let index = lines.firstIndex(where: { $0.contains("datacenters = [") }) else { return false }
      lines[index] = lines[index].dropLast() + ", \"\(quoted(change))\"]"
    case _ where change.hasPrefix("volume "):
      guard replace("read_only", with: "true") else { return false }
    case _ where change.hasPrefix("port ") && change.contains("dynamic instead of"):
      guard let line, let index = (line...line + 3).first(where: { lines[$0].contains("static = ") }) else {
        return false
      }
      lines.remove(at: index)
    case _ where change.contains(" of device \""):
      guard let count = change.split(separator: " ").first, replace("count", with: String(count)) else { return false }
    case _ where change.hasPrefix("ephemeral_disk size"):
      guard let size = change.split(separator: "→").last?.split(separator: " ").first else { return false }
      lines.insert("    ephemeral_disk {\n      size = \(size)\n    }", at: header + 1)
    case _ where change.hasPrefix("driver "):
      let end = lines[(header + 1)...].firstIndex { $0.hasPrefix("  group ") } ?? lines.count
      for index in header..<end where lines[index].contains("driver = \"\(quoted(change))\"") {
        lines[index] = "      driver = \"\(quoted(change, 1))\""
      }
    case _ where change.hasPrefix("node pool "):
      lines.insert("  node_pool = \"\(quoted(change, 1))\"", at: 1)
    case _ where change.hasPrefix("network mode "):
      guard let line else { return false }
      lines.insert("      mode = \"\(quoted(change, 1))\"", at: line + 1)
    case _ where change.hasPrefix("host network of port"):
      guard let line else { return false }
      lines.insert("        host_network = \"\(quoted(change, 2))\"", at: line + 1)
    default: return false
    }
    text = lines.joined(separator: "\n")
    return true
  }

  // MARK: The cluster

  private mutating func changeCluster(_ change: String) -> Bool {
    let words = change.split(separator: " ").map(String.init)
    guard let last = words.last else { return false }
    func number(of name: String) -> Int? { state.nodes.firstIndex { $0.name == name } }
    if change.hasSuffix(" ready again"), let node = number(of: words[0]) {
      state.suppose { nodes, _ in nodes[node].status = "ready" }
    } else if change.hasPrefix("no drain of "), let node = number(of: last) {
      state.suppose { nodes, _ in
        nodes[node].isDraining = false
        nodes[node].eligibility = "eligible"
      }
    } else if change.hasSuffix(" marked as eligible"), let node = number(of: words[0]) {
      state.suppose { nodes, _ in nodes[node].eligibility = "eligible" }
    } else if change.hasPrefix("preemption by ") {
      state.suppose { _, settings in
        switch words[2] {
        case "service": settings.preemptsForService = true
        case "batch": settings.preemptsForBatch = true
        case "sysbatch": settings.preemptsForSysBatch = true
        default: settings.preemptsForSystem = true
        }
      }
    } else if change.contains(" more node"), let node = number(of: last) {
      state.suppose { nodes, _ in
        for number in 1...(Int(words[0]) ?? 1) {
          var copy = nodes[node]
          copy.id += "-copy-\(number)"
          copy.name += "-copy-\(number)"
          nodes.append(copy)
        }
      }
    } else if change.hasSuffix(" usable on \(last)"), let node = number(of: last) {
      let names = change.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      state.suppose { nodes, _ in
        for name in names {
          nodes[node].drivers.removeAll { $0.name == name }
          nodes[node].drivers.append(DriverInfo(name: name))
        }
      }
    } else {
      return false
    }
    return true
  }
}
