/// Paths that have to stay inside an allocation's folder. `reference/jobspec.md`, notes to the table of rules.
enum AllocationPath {
  /// Whether a path, taken as relative to `base` below the allocation's folder, leads out of the folder.
  ///
  /// The server knows no values for runtime references: each is one step down, as any other name.
  static func escapes(_ path: String, from base: [String]) -> Bool {
    var depth = base.count
    for part in parts(path) {
      if part == ".." { depth -= 1 } else { depth += 1 }
      if depth < 0 { return true }
    }
    return false
  }

  /// What to tell about a path that leads out, where it is taken from the task's folder.
  static let hint = "It is taken from the task's folder: \"..\" is the allocation's, and goes no further up."

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
