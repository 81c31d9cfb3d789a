/// Paths that have to stay inside an allocation's folder. `reference/jobspec.md`, notes to the table of rules.
enum AllocationPath {
  /// Whether a path, taken as relative to `base` below the allocation's folder, leads out of the folder.
  static func escapes(_ path: String, from base: [String]) -> Bool {
    var depth = base.count
    for part in parts(path) {
      if part == ".." { depth -= 1 } else { depth += 1 }
      if depth < 0 { return true }
    }
    return false
  }

  /// The parts of a path without `.`, and with each `..` taken together with what it undoes.
  static func cleaned(_ path: String) -> [String] {
    var result: [String] = []
    for part in parts(path) {
      if part == "..", let last = result.last, last != ".." { result.removeLast() } else { result.append(part) }
    }
    return result
  }

  private static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "." }
  }
}
