/// A small job file that shows what a rule finds. What every job needs is written around the part that matters.
public struct RuleExample: Sendable, Hashable {
  /// The whole file.
  public let text: String

  private init(_ text: String) { self.text = text }

  /// A file as it stands.
  public static func file(_ text: String) -> RuleExample { RuleExample(text + "\n") }

  /// The body of the job, with its groups.
  public static func job(_ body: String) -> RuleExample {
    RuleExample("job \"shop\" {\n\(indented(body, by: 1))\n}\n")
  }

  /// Part of a job's body; a group with one task follows.
  public static func jobPart(_ body: String) -> RuleExample { job(body + "\n\n" + group(around: server)) }

  /// The body of a group, with its tasks.
  public static func group(_ body: String) -> RuleExample { job(group(around: body)) }

  /// Part of a group's body; one task follows.
  public static func groupPart(_ body: String) -> RuleExample { job(group(around: body + "\n\n" + server)) }

  /// The body of a task, with its driver.
  public static func task(_ body: String) -> RuleExample { job(group(around: task(around: body))) }

  /// Part of a task's body; driver and config stand before it.
  public static func taskPart(_ body: String) -> RuleExample {
    job(group(around: task(around: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}\n\n" + body)))
  }

  /// A check of a service "web" of the group; `service` is further text of that service's body.
  public static func check(_ body: String, service: String = "port = \"80\"") -> RuleExample {
    let timing = body.contains("interval") ? "" : "\ninterval = \"10s\"\ntimeout = \"2s\""
    return groupPart(
      "service {\n\(indented("name = \"web\"\n" + service, by: 1))\n\n  check {\n\(indented(body + timing, by: 2))\n  }\n}"
    )
  }

  private static let server = task(around: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}")

  private static func group(around body: String) -> String { "group \"web\" {\n\(indented(body, by: 1))\n}" }
  private static func task(around body: String) -> String { "task \"server\" {\n\(indented(body, by: 1))\n}" }

  private static func indented(_ text: String, by levels: Int) -> String {
    let blanks = String(repeating: "  ", count: levels)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : blanks + $0 }.joined(separator: "\n")
  }
}
