import HCLParser

struct MountDestination: ValidationRule {
  let facts = RuleFacts(
    "mount-destination", .advice, .warning, finds: "a mount without a place, or two at one place",
    because: "A volume is mounted at a path inside the task; two volumes at one path hide each other.",
    failing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume = \"data\"\n  }\n}"
    ),
    passing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume      = \"data\"\n    destination = \"/data\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      for (index, mount) in placed.task.volumeMounts.enumerated() {
        let path = mount.destination ?? ""
        if path.isEmpty {
          report("the mount does not say where", at: mount.range(of: \.destination), help: "add \"destination\"")
        } else if let first = placed.task.volumeMounts[..<index].first(where: {
          ($0.destination ?? "").isSame(as: path)
        }) {
          report(
            "two volumes are mounted at \"\(path)\"", at: mount.range(of: \.destination),
            related: [.init("the first one", first.range(of: \.destination))])
        }
      }
    }
  }
}

struct VolumeStickyCSI: ValidationRule {
  let facts = RuleFacts(
    "volume-sticky-csi", .advice, .warning, covers: [272], since: NomadRelease(1, 10),
    finds: "a sticky volume that is not the host's",
    because: """
      A sticky volume is one of a node: an instance comes back to the volume it had. The server takes the key for other \
      volumes, and then finds no node for the group.
      """,
    failing: .group(VolumeStickyCSI.example(sticky: "\n  sticky          = true")),
    passing: .group(VolumeStickyCSI.example(sticky: "")))

  private static func example(sticky: String) -> String {
    "volume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\(sticky)\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume      = \"data\"\n    destination = \"/data\"\n  }\n}"
  }

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (volume, _) in checked.volumes where volume.sticky && volume.type == "csi" {
      report(
        "a csi volume cannot be sticky", at: volume.range(of: \.sticky),
        related: [.init("its type", volume.range(of: \.type))], help: "remove the key")
    }
  }
}

struct DispatchPayloadUseless: ValidationRule {
  let facts = RuleFacts(
    "dispatch-payload-useless", .advice, .warning, finds: "a dispatch_payload block in a job that gets no payload",
    because: "Only a parameterized job is dispatched with a payload, and not where payloads are forbidden.",
    failing: .file(
      "job \"shop\" {\n  type = \"batch\"\n\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      dispatch_payload {\n        file = \"input\"\n      }\n    }\n  }\n}"
    ),
    passing: .file(
      "job \"shop\" {\n  type = \"batch\"\n\n  parameterized {}\n\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      dispatch_payload {\n        file = \"input\"\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let parameterized = checked.job.parameterized
    guard parameterized == nil || parameterized?.payload == "forbidden" else { return }
    for payload in checked.tasks.compactMap(\.task.dispatchPayload) {
      report(
        parameterized == nil
          ? "the job is not parameterized, so there is no payload" : "payloads are forbidden for this job",
        at: payload.headerRange, related: parameterized.map { [.init("forbidden here", $0.range(of: \.payload))] } ?? []
      )
    }
  }
}

struct PeriodicNever: ValidationRule {
  let facts = RuleFacts(
    "periodic-never", .advice, .warning, finds: "a schedule that never comes",
    because: "A day that no month has, or a year that is over, is accepted; the job is then never launched.",
    failing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"0 0 31 2 *\"]\n}"),
    passing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"0 0 28 2 *\"]\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic else { return }
    var texts = (periodic.crons ?? []).enumerated().map { ($1, periodic.range(of: \.crons, item: $0)) }
    if let cron = periodic.cron, !cron.isEmpty { texts.append((cron, periodic.range(of: \.cron))) }
    for (text, range) in texts where !text.isInterpolated {
      // No rule reads the clock: what never comes after 1970 never comes at all.
      guard let cron = try? CronExpression(text), cron.next(after: CalendarTime(year: 1970, month: 1, day: 1)) == nil
      else { continue }
      report("\"\(text)\" never comes", at: range)
    }
  }
}

struct DiskMigrateWithoutSticky: ValidationRule {
  let facts = RuleFacts(
    "disk-migrate-without-sticky", .advice, .warning, finds: "a disk that migrates and is not sticky",
    because: "Data is moved to another node only for a sticky disk; \"migrate\" alone has no effect.",
    failing: .groupPart("ephemeral_disk {\n  migrate = true\n}"),
    passing: .groupPart("ephemeral_disk {\n  migrate = true\n  sticky  = true\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for disk in checked.groups.compactMap(\.group.ephemeralDisk) where disk.migrate == true && disk.sticky != true {
      report("\"migrate\" has no effect without \"sticky\"", at: disk.range(of: \.migrate), help: "add sticky = true")
    }
  }
}

struct LogsUselessKeys: ValidationRule {
  let facts = RuleFacts(
    "logs-useless-keys", .advice, .info, finds: "sizes of log files where no logs are kept",
    because: "With disabled = true no log is collected, so its sizes do not matter.",
    failing: .taskPart("logs {\n  disabled  = true\n  max_files = 3\n}"),
    passing: .taskPart("logs {\n  disabled = true\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for logs in checked.tasks.compactMap(\.task.logs) where logs.disabled == true {
      for range in [
        logs.wrote(\.maxFiles) ? logs.nameRange(of: \.maxFiles) : nil,
        logs.wrote(\.maxFileSize) ? logs.nameRange(of: \.maxFileSize) : nil,
      ] {
        guard let range else { continue }
        report(
          "no logs are kept, so this has no effect", at: range,
          related: [.init("switched off here", logs.range(of: \.disabled))])
      }
    }
  }
}

struct IdentityMissingAudience: ValidationRule {
  let facts = RuleFacts(
    "identity-missing-audience", .advice, .warning, covers: [266], since: NomadRelease(1, 7),
    finds: "an identity of its own name without an audience",
    because:
      "A named identity is for another service, which checks that the token was made for it: the audience says so.",
    failing: .taskPart("identity {\n  name = \"shop\"\n}"),
    passing: .taskPart("identity {\n  name = \"shop\"\n  aud  = [\"shop\"]\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for identity in checked.tasks.flatMap(\.task.allIdentities) {
      guard !identity.name.isEmpty, identity.name != "default", (identity.aud ?? []).isEmpty else { continue }
      report("identity \"\(identity.name)\" has no audience", at: identity.headerRange, help: "add aud = [\"…\"]")
    }
  }
}

struct ArtifactUnverified: ValidationRule {
  let facts = RuleFacts(
    "artifact-unverified", .advice, .warning, finds: "an artifact that is downloaded without any check of who sent it",
    because:
      "Over plain http, or with insecure = true, anybody on the way can replace what is downloaded, unless a checksum is given.",
    failing: .taskPart("artifact {\n  source = \"http://example.com/app.tar.gz\"\n}"),
    passing: .taskPart("artifact {\n  source = \"https://example.com/app.tar.gz\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for artifact in checked.artifacts {
      guard let source = artifact.source, artifact.options?["checksum"] == nil, !source.hasPrefix("http://localhost"),
        !source.hasPrefix("http://127."), !source.utf8.isEmpty
      else { continue }
      if source.holds("checksum=") { continue }
      if artifact.insecure == true {
        report(
          "the sender of this artifact is not verified", at: artifact.range(of: \.insecure),
          help: "add options { checksum = … }")
      } else if source.hasPrefix("http://") {
        report(
          "this artifact comes over plain http, without a checksum", at: artifact.range(of: \.source),
          help: "use https, or add options { checksum = … }")
      }
    }
  }
}

struct ConfigUnknownPort: ValidationRule {
  let facts = RuleFacts(
    "config-unknown-port", .advice, .warning, finds: "a port in a driver's configuration that the group does not have",
    because:
      "\"ports\" in the configuration of docker and podman names ports of the group's network; an unknown one lets the task fail at its start.",
    failing: .group(
      "network {\n  port \"http\" {}\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  config {\n    image = \"shop/web:1.4\"\n    ports = [\"htpp\"]\n  }\n}"
    ),
    passing: .group(
      "network {\n  port \"http\" {}\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  config {\n    image = \"shop/web:1.4\"\n    ports = [\"http\"]\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks where placed.task.driver == "docker" || placed.task.driver == "podman" {
      let networks = placed.group.networks + (placed.task.resources?.networks ?? [])
      let labels = networks.flatMap(\.portsInOrder).map(\.label)
      let declared = networks.declaredLabels
      // In a network namespace the driver maps no ports and does not look at the names.
      let hasNamespace = placed.group.networks.first.map { !["", "host"].contains($0.mode) } ?? false
      for item in placed.task.config?["ports"]?.items ?? [] {
        guard let label = item.string, !label.isInterpolated,
          let range = item.place.range ?? placed.task.config?["ports"]?.place.range,
          !labels.contains(where: { $0.isSame(as: label) })
        else { continue }
        let nearest = NameSuggestion.nearest(to: label, among: declared)
        if hasNamespace, nearest == nil { continue }
        report(
          "group \"\(placed.group.name)\" has no port \"\(label)\"", at: range,
          detail: declared.isEmpty ? "The group declares no port." : "Declared: \(declared.quotedList).",
          help: nearest.map { "did you mean \"\($0)\"?" })
      }
    }
  }
}

struct TemplateAbsoluteDestination: ValidationRule {
  let facts = RuleFacts(
    "template-absolute-destination", .advice, .info, finds: "a template that is to be rendered to an absolute path",
    because:
      "The destination is always below the task's folder: \"/etc/app.conf\" becomes etc/app.conf there. To have it elsewhere in a container, mount it.",
    failing: .taskPart("template {\n  data        = \"x\"\n  destination = \"/etc/app.conf\"\n}"),
    passing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/app.conf\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates {
      guard let path = placed.template.destination, path.hasPrefix("/"), !path.isInterpolated else { continue }
      if ["/local", "/secrets", "/alloc"].contains(where: { path == $0 || path.hasPrefix("\($0)/") }) { continue }
      report(
        "\"\(path)\" is taken as a path below the task's folder", at: placed.template.range(of: \.destination),
        help: "write \"local\(path)\", and mount it where the task looks for it")
    }
  }
}
