import HCLParser

/// The variables a task finds in its environment. `reference/scheduler.md` section 10.
enum RuntimeVariables {
  static let known = [
    "NOMAD_ALLOC_DIR", "NOMAD_TASK_DIR", "NOMAD_SECRETS_DIR", "NOMAD_MEMORY_LIMIT", "NOMAD_MEMORY_MAX_LIMIT",
    "NOMAD_CPU_LIMIT", "NOMAD_CPU_CORES", "NOMAD_ALLOC_ID", "NOMAD_SHORT_ALLOC_ID", "NOMAD_ALLOC_NAME",
    "NOMAD_ALLOC_INDEX", "NOMAD_TASK_NAME", "NOMAD_GROUP_NAME", "NOMAD_JOB_ID", "NOMAD_JOB_NAME",
    "NOMAD_JOB_PARENT_ID", "NOMAD_DC", "NOMAD_PARENT_CGROUP", "NOMAD_NAMESPACE", "NOMAD_REGION", "NOMAD_TOKEN",
    "NOMAD_UNIX_ADDR", "NOMAD_ADDR",
  ]

  /// The beginnings of variables that end in a port's label.
  static let portPrefixes = [
    "NOMAD_HOST_PORT_", "NOMAD_HOST_ADDR_", "NOMAD_HOST_IP_", "NOMAD_ALLOC_PORT_", "NOMAD_ALLOC_ADDR_",
    "NOMAD_ALLOC_IP_", "NOMAD_ALLOC_INTERFACE_", "NOMAD_PORT_", "NOMAD_ADDR_", "NOMAD_IP_",
  ]
  static let upstreamPrefixes = ["NOMAD_UPSTREAM_ADDR_", "NOMAD_UPSTREAM_IP_", "NOMAD_UPSTREAM_PORT_"]

  /// The rest of a variable's name after the first fitting prefix.
  static func suffix(of name: String, after prefixes: [String]) -> String? {
    prefixes.first { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }.map { String(name.dropFirst($0.count)) }
  }

  /// A name as it stands in a variable: what is no letter, digit, dot or underscore becomes an underscore.
  static func cleaned(_ name: String) -> String {
    String(
      decoding: name.utf8.map {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") ? $0 : UInt8(ascii: "_")
      }, as: UTF8.self)
  }

  /// The names of the form `NOMAD_…` in a text, with their offsets in it.
  static func names(in text: ArraySlice<UInt8>) -> [(name: String, offset: Int)] {
    let start = Array("NOMAD_".utf8)
    var result: [(String, Int)] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == start[0], text[index...].starts(with: start) else {
        index += 1
        continue
      }
      // A word that only ends so is another name.
      let isWordStart =
        index == text.startIndex
        || !(text[index - 1].isLetter || text[index - 1].isDigit || text[index - 1] == UInt8(ascii: "_"))
      var end = index
      while end < text.endIndex, text[end].isLetter || text[end].isDigit || text[end] == UInt8(ascii: "_") { end += 1 }
      if isWordStart { result.append((String(decoding: text[index..<end], as: UTF8.self), index)) }
      index = max(end, index + 1)
    }
    return result
  }
}

extension TaskGroup {
  /// The labels of the group's ports, and of those of its tasks both alone and after the task's name.
  var runtimePortNames: [String] {
    networks.flatMap(\.portsInOrder).map(\.label)
      + tasks.flatMap { task in
        (task.resources?.networks ?? []).flatMap(\.portsInOrder).flatMap { [$0.label, "\(task.name)_\($0.label)"] }
      }
  }
}
