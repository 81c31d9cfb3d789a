/// Paths that have to stay inside an allocation's folder. `reference/jobspec.md`, notes to the table of rules.
enum AllocationPath {
  /// Whether a path, taken as relative to `base` below the allocation's folder, leads out of the folder.
  ///
  /// The server knows no values for runtime references: each is one step down, as any other name.
  static func escapes(_ path: String, from base: [String]) -> Bool {
    var depth = base.count
    // By bytes: it is asked of every template and mount of a job.
    var length = 0
    var dots = 0
    func leaves() -> Bool {
      if length == 2, dots == 2 { depth -= 1 } else if length > 1 || (length == 1 && dots == 0) { depth += 1 }
      return depth < 0
    }
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if leaves() { return true }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return leaves()
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
