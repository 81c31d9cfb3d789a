import HCLParser

/// The names that the server itself puts into a service's name.
struct JobNames: Sendable {
  var job: String
  var group: String
  var task: String

  /// `text` with `${JOB}`, `${TASKGROUP}`, `${TASK}`, `${BASE}` and their `NOMAD_` forms replaced.
  func interpolate(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    let replacements = [
      ("${JOB}", job), ("${NOMAD_JOB_NAME}", job), ("${TASKGROUP}", group), ("${NOMAD_GROUP_NAME}", group),
      ("${TASK}", task), ("${NOMAD_TASK_NAME}", task), ("${BASE}", "\(job)-\(group)-\(task)"),
    ]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    scan: while let byte = rest.first {
      if byte == UInt8(ascii: "$") {
        for (name, value) in replacements where rest.starts(with: name.utf8) {
          result += value.utf8
          rest = rest.dropFirst(name.utf8.count)
          continue scan
        }
      }
      result.append(byte)
      rest = rest.dropFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }
}
