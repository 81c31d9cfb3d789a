import HCLParser

struct PeriodicCron: ValidationRule {
  let facts = RuleFacts(
    "periodic-malformed-cron", .server, covers: [228, 229, 231],
    finds: "a schedule that is missing, given twice or unreadable",
    because: """
      A periodic job has one or more cron expressions in "crons". Each has five fields (minute, hour, day of month, \
      month, day of week), six with the year, seven with seconds, or is one of @hourly, @daily, @weekly, @monthly, \
      @yearly.
      """,
    failing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"0 25 * * *\"]\n}"),
    passing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"0 5 * * *\"]\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic, periodic.enabled != false else { return }
    let single = periodic.cron ?? ""
    let several = periodic.crons ?? []
    if !single.isEmpty, !several.isEmpty {
      report(
        "the schedule is given twice, as \"cron\" and as \"crons\"", at: periodic.nameRange(of: \.cron),
        related: [.init("the other one", periodic.nameRange(of: \.crons))], help: "keep \"crons\"")
    }
    if single.isEmpty, several.isEmpty {
      report(
        "the periodic block has no schedule",
        at: periodic.wrote(\.crons)
          ? periodic.range(of: \.crons) : periodic.wrote(\.cron) ? periodic.range(of: \.cron) : periodic.headerRange,
        help: "add crons = [\"0 5 * * *\"]")
    }
    if !single.isEmpty { look(at: single, periodic.range(of: \.cron), &report) }
    for (index, text) in several.enumerated() { look(at: text, periodic.range(of: \.crons, item: index), &report) }
  }

  private func look(at text: String, _ range: SourceRange, _ report: inout RuleReporter) {
    do throws(CronExpression.Problem) {
      _ = try CronExpression(text)
    } catch {
      report(
        error.field.map { "\"\(error.text)\" cannot stand in the field for the \($0)" }
          ?? "\"\(text)\" is no cron expression", at: range, detail: error.reason.sentence)
    }
  }
}

extension String {
  /// The text with a capital first and a full stop after it.
  var sentence: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() + "." }
}

struct PeriodicUnknownKind: ValidationRule {
  let facts = RuleFacts(
    "periodic-unknown-kind", .server, covers: [232], finds: "a kind of schedule other than \"cron\", in JSON",
    because: "The API has a name for the kind of a schedule, and \"cron\" is the only one. A job file cannot say it.",
    failing: .file(PeriodicUnknownKind.example(kind: "calendar")),
    passing: .file(PeriodicUnknownKind.example(kind: "cron")))

  private static func example(kind: String) -> String {
    """
    {
      "ID": "shop",
      "Type": "batch",
      "Periodic": {
        "Specs": ["@daily"],
        "SpecType": "\(kind)"
      },
      "TaskGroups": [
        {
          "Name": "web",
          "Tasks": [{ "Name": "server", "Driver": "docker", "Config": { "image": "shop/web:1.4" } }]
        }
      ]
    }
    """
  }

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic, periodic.enabled != false, let kind = periodic.specType, kind != "cron"
    else { return }
    report.unknown(kind, "kind of schedule", of: ["cron"], at: periodic.range(of: \.specType))
  }
}

struct PeriodicTimeZone: ValidationRule {
  let facts = RuleFacts(
    "periodic-unknown-time-zone", .server, covers: [230], finds: "a time zone that does not exist",
    because: "Zones are named as in the IANA database: \"Europe/Berlin\". Without one the times are UTC.",
    failing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons     = [\"@daily\"]\n  time_zone = \"Mars/Olympus\"\n}"),
    passing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons     = [\"@daily\"]\n  time_zone = \"Europe/Berlin\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic, periodic.enabled != false, let zone = periodic.timeZone,
      !TimeZoneNames.contains(zone)
    else { return }
    report(
      "no time zone is called \"\(zone)\"", at: periodic.range(of: \.timeZone),
      help: TimeZoneNames.nearest(to: zone).map { "did you mean \"\($0)\"?" })
  }
}

struct PeriodicCronDeprecated: ValidationRule {
  let facts = RuleFacts(
    "periodic-cron-deprecated", .server, .warning, covers: [274], finds: "the old attribute \"cron\"",
    because: "\"crons\" takes a list and has replaced \"cron\", which a future release may drop.",
    failing: .jobPart("type = \"batch\"\n\nperiodic {\n  cron = \"0 5 * * *\"\n}"),
    passing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"0 5 * * *\"]\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic, let cron = periodic.cron, !cron.isEmpty else { return }
    var fixes: [Fix] = []
    if (periodic.crons ?? []).isEmpty, let tree = checked.tree,
      let source = tree.attribute(at: periodic.nameRange(of: \.cron))
    {
      let value = tree.source.text(in: source.value.range)
      fixes = [
        Fix(
          "replace \"cron\" by \"crons\"",
          edits: [TextEdit(source.nameRange, "crons"), TextEdit(source.value.range, "[\(value)]")], isSafe: true)
      ]
    }
    report(
      "\"cron\" is deprecated", at: periodic.nameRange(of: \.cron), help: "use crons = [\"\(cron)\"]", fixes: fixes)
  }
}

struct ParameterizedPayload: ValidationRule {
  static let values = ["optional", "required", "forbidden"]

  let facts = RuleFacts(
    "parameterized-unknown-payload", .server, covers: [233], finds: "a payload rule that does not exist",
    because: "A dispatch may, has to or may not carry a payload: \"optional\", \"required\" or \"forbidden\".",
    failing: .jobPart("type = \"batch\"\n\nparameterized {\n  payload = \"maybe\"\n}"),
    passing: .jobPart("type = \"batch\"\n\nparameterized {\n  payload = \"optional\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let parameterized = checked.job.parameterized, !ParameterizedPayload.values.contains(parameterized.payload)
    else { return }
    report.unknown(
      parameterized.payload, "payload rule", of: ParameterizedPayload.values, at: parameterized.range(of: \.payload))
  }
}

struct ParameterizedMeta: ValidationRule {
  let facts = RuleFacts(
    "parameterized-duplicate-meta", .server, covers: [234], finds: "a meta key that is both required and optional",
    because: "A dispatch has to set the required keys and may set the optional ones; a key is one of the two.",
    failing: .jobPart(
      "type = \"batch\"\n\nparameterized {\n  meta_required = [\"user\"]\n  meta_optional = [\"user\"]\n}"),
    passing: .jobPart("type = \"batch\"\n\nparameterized {\n  meta_required = [\"user\"]\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let parameterized = checked.job.parameterized else { return }
    let required = parameterized.metaRequired ?? []
    for (index, key) in (parameterized.metaOptional ?? []).enumerated() {
      guard let other = required.firstIndex(where: { $0.isSame(as: key) }) else { continue }
      report(
        "meta key \"\(key)\" is both required and optional", at: parameterized.range(of: \.metaOptional, item: index),
        related: [.init("required here", parameterized.range(of: \.metaRequired, item: other))])
    }
  }
}

struct ScheduleMalformed: ValidationRule {
  let facts = RuleFacts(
    "schedule-malformed", .server, covers: [269], since: NomadRelease(1, 8), finds: "a time window that cannot be read",
    because: """
      A schedule has a start of six cron fields (minute, hour, day of month, month, day of week, year) and an end of two \
      (minute, hour), without lists and steps, so that each start has one end.
      """,
    failing: .taskPart("schedule {\n  cron {\n    start = \"0 8 * * 1-5\"\n    end   = \"0 18\"\n  }\n}"),
    passing: .taskPart("schedule {\n  cron {\n    start = \"0 8 * * 1-5 *\"\n    end   = \"0 18\"\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let schedule = placed.task.schedule else { continue }
      guard let cron = schedule.cron else {
        report("the schedule has no cron block", at: schedule.headerRange)
        continue
      }
      look(at: cron.start, Part(name: "start", fields: 6, rest: ""), cron.range(of: \.start), &report)
      look(at: cron.end, Part(name: "end", fields: 2, rest: " * * *"), cron.range(of: \.end), &report)
      if !TimeZoneNames.contains(cron.timezone) {
        report(
          "no time zone is called \"\(cron.timezone)\"", at: cron.range(of: \.timezone),
          help: TimeZoneNames.nearest(to: cron.timezone).map { "did you mean \"\($0)\"?" })
      }
    }
  }

  private struct Part {
    var name: String
    var fields: Int
    /// What makes a whole cron expression of it.
    var rest: String
  }

  private func look(at text: String, _ part: Part, _ range: SourceRange, _ report: inout RuleReporter) {
    let found = text.split(separator: " ").count
    if found == 0 {
      report("the schedule has no \"\(part.name)\"", at: range)
    } else if found != part.fields {
      report(
        "\"\(part.name)\" takes \(part.fields) fields of cron, not \(found)", at: range,
        help: part.fields == 6 ? "minute, hour, day of month, month, day of week, year" : "minute, hour")
    } else if text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") }) {
      report("\"\(part.name)\" takes no lists and no steps", at: range)
    } else {
      do throws(CronExpression.Problem) {
        _ = try CronExpression(text + part.rest)
      } catch {
        report(
          error.field.map { "\"\(error.text)\" cannot stand in the field for the \($0)" }
            ?? "\"\(text)\" is no cron expression", at: range, detail: error.reason.sentence)
      }
    }
  }
}
