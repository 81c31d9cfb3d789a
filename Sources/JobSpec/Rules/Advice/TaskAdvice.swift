import HCLParser

struct ImageWithoutTag: ValidationRule {
  let facts = RuleFacts(
    "image-without-tag", .advice, .warning, finds: "a container image without a fixed tag",
    because: """
      Without a tag, or with "latest", the image is whatever the registry holds when a node pulls it: two instances may \
      run different programs, and an old version cannot be brought back.
      """,
    failing: .task("driver = \"docker\"\n\nconfig {\n  image = \"shop/web\"\n}"),
    passing: .task("driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks where placed.task.driver == "docker" || placed.task.driver == "podman" {
      guard let value = placed.task.config?["image"], let image = value.string, !image.isEmpty, !image.isInterpolated,
        let range = value.place.range
      else { continue }
      // Archives and folders of images have no tags.
      if image.hasSuffix(".tar") || image.hasPrefix("oci-archive:") || image.hasPrefix("docker-archive:")
        || image.hasPrefix("/")
      {
        continue
      }
      if image.utf8.contains(UInt8(ascii: "@")) { continue }
      let name = image.split(separator: "/").last.map(String.init) ?? image
      let tag = name.split(separator: ":", maxSplits: 1).dropFirst().first
      if tag == nil {
        report("the image \"\(image)\" has no tag", at: range, help: "name a version: \"\(image):…\"")
      } else if tag == "latest" {
        report("the tag \"latest\" is a moving one", at: range, help: "name a version")
      }
    }
  }
}

struct SecretInPlain: ValidationRule {
  static let words = ["password", "passwd", "secret", "token", "apikey", "api_key", "private_key", "access_key"]

  let facts = RuleFacts(
    "secret-in-plain", .advice, .warning, finds: "what looks like a secret, in plain text in the job",
    because: """
      Whoever may read jobs sees the environment of their tasks. Secrets belong into Nomad's variables or Vault, from \
      where a template reads them.
      """,
    failing: .taskPart("env {\n  DB_PASSWORD = \"hunter2\"\n}"),
    passing: .taskPart(
      "template {\n  data        = <<EOF\nDB_PASSWORD={{ with nomadVar \"nomad/jobs/shop\" }}{{ .db_password }}{{ end }}\nEOF\n  destination = \"secrets/db.env\"\n  env         = true\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (_, task) in checked.written.tasks {
      for entry in task.env?.entries ?? [] {
        let name = entry.name.lowercased()
        guard
          SecretInPlain.words.contains(where: { name == $0 || name.hasSuffix("_\($0)") || name.hasPrefix("\($0)_") }),
          SecretInPlain.looksSecret(entry.name, entry.value), let place = entry.valuePlace.range
        else { continue }
        // What comes from a variable is not written in the file.
        if let tree = checked.tree, place.source == tree.source.id,
          !tree.source.bytes(in: place).starts(with: "\"".utf8)
        {
          continue
        }
        if let tree = checked.tree, tree.source.text(in: place).isInterpolated { continue }
        report(
          "\"\(entry.name)\" looks like a secret in plain text", at: entry.namePlace.range ?? place,
          help: "read it from a Nomad variable or Vault with a template")
      }
    }
  }

  /// Whether a value may be a secret itself, and not a path to one, a switch or a blank.
  private static func looksSecret(_ name: String, _ value: String) -> Bool {
    let lowered = value.lowercased()
    if value.isEmpty || value.isInterpolated || value.utf8.contains(UInt8(ascii: "/")) || Int(value) != nil {
      return false
    }
    if ["true", "false", "yes", "no", "none", "changeme"].contains(lowered) { return lowered == "changeme" }
    let upper = name.uppercased()
    return !["_FILE", "_PATH", "_TTL", "_NAME", "_URL", "_TYPE"].contains { upper.hasSuffix($0) }
  }
}

struct SignalUnknown: ValidationRule {
  static let signals: Set<String> = [
    "SIGABRT", "SIGALRM", "SIGBUS", "SIGCHLD", "SIGCONT", "SIGFPE", "SIGHUP", "SIGILL", "SIGINT", "SIGIO", "SIGIOT",
    "SIGKILL", "SIGNULL", "SIGPIPE", "SIGPROF", "SIGQUIT", "SIGSEGV", "SIGSTOP", "SIGSYS", "SIGTERM", "SIGTRAP",
    "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGXCPU", "SIGXFSZ",
  ]

  let facts = RuleFacts(
    "signal-unknown", .advice, .warning, finds: "a signal that does not exist",
    because: "A node tells which signals it can send; a group that asks for one nobody has is placed nowhere.",
    failing: .taskPart("kill_signal = \"SIGSTOPP\""), passing: .taskPart("kill_signal = \"SIGINT\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      look(at: placed.task.killSignal, placed.task.range(of: \.killSignal), &report)
      if let vault = placed.task.vault, vault.changeMode == "signal" {
        look(at: vault.changeSignal ?? "", vault.range(of: \.changeSignal), &report)
      }
      for template in placed.task.templates where template.changeMode == "signal" {
        look(at: template.changeSignal ?? "", template.range(of: \.changeSignal), &report)
      }
    }
  }

  private func look(at signal: String, _ range: SourceRange, _ report: inout RuleReporter) {
    guard !signal.isEmpty, !SignalUnknown.signals.contains(signal), !signal.isInterpolated, !signal.hasPrefix("SIGRT")
    else { return }
    let nearest =
      SignalUnknown.signals.contains("SIG\(signal)")
      ? "SIG\(signal)" : NameSuggestion.nearest(to: signal, among: SignalUnknown.signals.sorted())
    report("no signal is called \"\(signal)\"", at: range, help: nearest.map { "did you mean \"\($0)\"?" })
  }
}
