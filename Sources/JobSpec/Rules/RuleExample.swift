import HCLParser

/// A small job file that shows what a rule finds. What every job needs is written around the part that matters.
///
/// Kept as written and laid out only when asked for: every run makes the list of rules, few look at an example.
public struct RuleExample: Sendable, Hashable {
  private enum Part: Hashable {
    case file, job, jobPart, group, groupPart, task, taskPart
    case check(service: String)
  }

  private var part: Part
  private var body: String

  /// A file as it stands.
  public static func file(_ text: String) -> RuleExample { RuleExample(part: .file, body: text) }

  /// The body of the job, with its groups.
  public static func job(_ body: String) -> RuleExample { RuleExample(part: .job, body: body) }

  /// Part of a job's body; a group with one task follows.
  public static func jobPart(_ body: String) -> RuleExample { RuleExample(part: .jobPart, body: body) }

  /// The body of a group, with its tasks.
  public static func group(_ body: String) -> RuleExample { RuleExample(part: .group, body: body) }

  /// Part of a group's body; one task follows.
  public static func groupPart(_ body: String) -> RuleExample { RuleExample(part: .groupPart, body: body) }

  /// The body of a task, with its driver.
  public static func task(_ body: String) -> RuleExample { RuleExample(part: .task, body: body) }

  /// Part of a task's body; driver and config stand before it.
  public static func taskPart(_ body: String) -> RuleExample { RuleExample(part: .taskPart, body: body) }

  /// A check of a service "web" of the group; `service` is further text of that service's body.
  public static func check(_ body: String, service: String = "port = \"80\"") -> RuleExample {
    RuleExample(part: .check(service: service), body: body)
  }

  /// The whole file.
  public var text: String {
    switch part {
    case .file: Self.aligned(body + "\n")
    case .job: Self.job(around: body)
    case .jobPart: Self.job(around: body + "\n\n" + Self.group(around: Self.server))
    case .group: Self.job(around: Self.group(around: body))
    case .groupPart: Self.job(around: Self.group(around: body + "\n\n" + Self.server))
    case .task: Self.job(around: Self.group(around: Self.task(around: body)))
    case .taskPart:
      Self.job(
        around: Self.group(
          around: Self.task(around: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}\n\n" + body)))
    case .check(let service): Self.groupPart(Self.service(around: body, service)).text
    }
  }

  private static func service(around check: String, _ service: String) -> String {
    let timing = check.holds("interval") ? "" : "\ninterval = \"10s\"\ntimeout = \"2s\""
    let head = indented("name = \"web\"\n" + service, by: 1)
    return "service {\n\(head)\n\n  check {\n\(indented(check + timing, by: 2))\n  }\n}"
  }

  private static func job(around body: String) -> String {
    aligned("job \"shop\" {\n\(indented(body, by: 1))\n}\n")
  }

  private static let server = task(around: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}")

  private static func group(around body: String) -> String { "group \"web\" {\n\(indented(body, by: 1))\n}" }
  private static func task(around body: String) -> String { "task \"server\" {\n\(indented(body, by: 1))\n}" }

  private static func indented(_ text: String, by levels: Int) -> String {
    let blanks = String(repeating: "  ", count: levels)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : blanks + $0 }.joined(separator: "\n")
  }

  /// The text with the equals signs of neighbouring attributes below each other, as the formatter has it.
  private static func aligned(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var start = 0
    while start < lines.count {
      guard let first = attribute(lines[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, let next = attribute(lines[end]), next.indent == first.indent { end += 1 }
      let block = lines[start..<end].compactMap(attribute)
      let width = block.map(\.name.count).max() ?? 0
      for (offset, item) in block.enumerated() {
        let padding = String(repeating: " ", count: width - item.name.count)
        lines[start + offset] = "\(item.indent)\(item.name)\(padding) = \(item.value)"
      }
      start = end
    }
    return lines.joined(separator: "\n")
  }

  /// The parts of a line `name = value` whose value ends on it.
  private static func attribute(_ line: String) -> (indent: String, name: String, value: String)? {
    let indent = line.prefix { $0 == " " }
    let rest = line.dropFirst(indent.count)
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let tail = rest.dropFirst(name.count).drop { $0 == " " }
    guard !name.isEmpty, tail.hasPrefix("= "), !tail.hasSuffix("{"), !tail.utf8.holds("<<".utf8) else { return nil }
    return (String(indent), String(name), String(tail.dropFirst(2)))
  }
}
