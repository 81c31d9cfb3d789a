import HCLParser

struct ArtifactMissingSource: ValidationRule {
  let facts = RuleFacts(
    "artifact-missing-source", .server, covers: [212], finds: "an artifact without a source",
    because: "The source is the address the artifact is downloaded from.",
    failing: .taskPart("artifact {\n  destination = \"local/\"\n}"),
    passing: .taskPart("artifact {\n  source      = \"https://example.com/app.tar.gz\"\n  destination = \"local/\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for artifact in checked.artifacts where (artifact.source ?? "").isEmpty {
      report("the artifact has no source", at: artifact.range(of: \.source), help: "add \"source\"")
    }
  }
}

struct ArtifactUnknownMode: ValidationRule {
  static let modes = ["any", "file", "dir"]

  let facts = RuleFacts(
    "artifact-unknown-mode", .server, covers: [213], finds: "an artifact mode that does not exist",
    because: "The mode says whether the source is a file, a folder, or whatever it turns out to be.",
    failing: .taskPart("artifact {\n  source = \"https://example.com/app.tar.gz\"\n  mode   = \"tree\"\n}"),
    passing: .taskPart("artifact {\n  source = \"https://example.com/app.tar.gz\"\n  mode   = \"dir\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for artifact in checked.artifacts {
      guard let mode = artifact.mode, !ArtifactUnknownMode.modes.contains(mode) else { continue }
      report.unknown(mode, "artifact mode", of: ArtifactUnknownMode.modes, at: artifact.range(of: \.mode))
    }
  }
}

struct ArtifactEscapes: ValidationRule {
  let facts = RuleFacts(
    "artifact-escapes-allocation", .server, covers: [214],
    finds: "an artifact whose destination lies outside the allocation",
    because: "Downloads go to the allocation's own folder; a path that leads out of it is refused.",
    failing: .taskPart(
      "artifact {\n  source      = \"https://example.com/app.tar.gz\"\n  destination = \"../../../etc\"\n}"),
    passing: .taskPart(
      "artifact {\n  source      = \"https://example.com/app.tar.gz\"\n  destination = \"local/etc\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for artifact in checked.artifacts {
      guard let path = artifact.destination, AllocationPath.escapes(path, from: ["task"]) else {
        continue
      }
      report(
        "\"\(path)\" leads out of the allocation's folder", at: artifact.range(of: \.destination),
        detail: AllocationPath.hint)
    }
  }
}

struct ArtifactMalformedChecksum: ValidationRule {
  static let lengths: [(type: String, digits: Int)] = [("md5", 32), ("sha1", 40), ("sha256", 64), ("sha512", 128)]

  let facts = RuleFacts(
    "artifact-malformed-checksum", .server, covers: [215], finds: "a checksum that cannot be read",
    because: "A checksum is its type and its hexadecimal digits: \"sha256:…\". Known are md5, sha1, sha256 and sha512.",
    failing: .taskPart(
      "artifact {\n  source = \"https://example.com/app.tar.gz\"\n\n  options {\n    checksum = \"md5:zz\"\n  }\n}"),
    passing: .taskPart(
      "artifact {\n  source = \"https://example.com/app.tar.gz\"\n\n  options {\n    checksum = \"md5:d41d8cd98f00b204e9800998ecf8427e\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for artifact in checked.artifacts {
      guard let entry = artifact.options?.entry(named: "checksum"), !entry.value.isInterpolated,
        let problem = ArtifactMalformedChecksum.problem(in: entry.value)
      else { continue }
      report("the checksum \(problem)", at: entry.valuePlace.range ?? artifact.range(of: \.options))
    }
  }

  static func problem(in text: String) -> String? {
    let trimmed = text.utf8.drop { $0 == 0x20 }
    if trimmed.isEmpty { return "is empty" }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return "is not of the form TYPE:DIGITS" }
    guard let kind = lengths.first(where: { $0.type == parts[0] }) else {
      return "is of unknown type \"\(parts[0])\"; known are \(lengths.map(\.type).quotedList)"
    }
    let digits = parts[1].utf8
    if !digits.allSatisfy(\.isHexadecimal) { return "has characters in it that are no hexadecimal digits" }
    if digits.count != kind.digits {
      return "has \(digits.count) digits; \(kind.type) has \(kind.digits)"
    }
    return nil
  }
}

struct DispatchPayloadEscapes: ValidationRule {
  let facts = RuleFacts(
    "dispatch-payload-escapes-allocation", .server, covers: [197],
    finds: "a dispatch payload that would be written outside the allocation",
    because:
      "The payload is written to a file below the task's local folder; a path that leads out of the allocation is refused.",
    failing: .file(
      "job \"shop\" {\n  type = \"batch\"\n\n  parameterized {\n    payload = \"required\"\n  }\n\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      dispatch_payload {\n        file = \"../../../input\"\n      }\n    }\n  }\n}"
    ),
    passing: .file(
      "job \"shop\" {\n  type = \"batch\"\n\n  parameterized {\n    payload = \"required\"\n  }\n\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      dispatch_payload {\n        file = \"input\"\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for payload in checked.tasks.compactMap(\.task.dispatchPayload) {
      guard AllocationPath.escapes(payload.file, from: ["task", "local"]) else { continue }
      report(
        "\"\(payload.file)\" leads out of the allocation's folder", at: payload.range(of: \.file),
        detail: "It is taken from the task's local folder.")
    }
  }
}
