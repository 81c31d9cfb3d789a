import HCLParser

struct VolumeUnknownType: ValidationRule {
  let facts = RuleFacts(
    "volume-unknown-type", .advice, .warning, covers: [92], finds: "a volume of a type that does not exist",
    because: """
      A volume is of type "host" or "csi". The server drops a volume of any other type without a word, and a mount of it \
      is then refused.
      """,
    failing: .groupPart("volume \"data\" {\n  type   = \"nfs\"\n  source = \"data\"\n}"),
    passing: .groupPart("volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    // The expanded job has lost them.
    for volume in checked.written.groups.flatMap(\.volumes) {
      guard !["host", "csi"].contains(volume.type) else { continue }
      report(
        volume.type.isEmpty
          ? "volume \"\(volume.name)\" has no type, so the server drops it"
          : "no volume type is called \"\(volume.type)\", so the server drops volume \"\(volume.name)\"",
        at: volume.range(of: \.type), detail: "Known are \"host\" and \"csi\".")
    }
  }
}

struct VolumeMissingSource: ValidationRule {
  let facts = RuleFacts(
    "volume-missing-source", .server, covers: [55, 93], finds: "a volume without a source",
    because: "The source is the name of the volume on the node or in the storage system.",
    failing: .groupPart("volume \"data\" {\n  type = \"host\"\n}"),
    passing: .groupPart("volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for volume in checked.volumes.map(\.volume) where volume.source.isEmpty {
      report("volume \"\(volume.name)\" has no source", at: volume.range(of: \.source), help: "add \"source\"")
    }
  }
}

extension CheckedGroups {
  /// The volumes the server knows of, each with its group.
  var volumes: [(volume: VolumeRequest, place: PlacedGroup)] {
    groups.flatMap { placed in placed.group.volumes.map { ($0, placed) } }
  }
}

struct VolumePerAllocation: ValidationRule {
  let facts = RuleFacts(
    "volume-per-alloc", .server, covers: [94, 95], finds: "per_alloc where instances have no number of their own",
    because: """
      With per_alloc each instance has its own volume, named by its number. Allocations of system jobs have no numbers, \
      and a canary would need the volume of the instance it is to replace.
      """,
    failing: .groupPart(
      "volume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  per_alloc       = true\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\n}\n\nupdate {\n  canary = 1\n}"
    ),
    passing: .groupPart(
      "volume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  per_alloc       = true\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (volume, placed) in checked.volumes where volume.perAlloc {
      if checked.type == "system" || checked.type == "sysbatch" {
        report(
          "a \(checked.type) job cannot have volumes with per_alloc", at: volume.nameRange(of: \.perAlloc),
          help: "remove it: instances of such jobs have no numbers")
      }
      if let update = placed.group.update, let canaries = update.canary, canaries > 0 {
        report(
          "per_alloc and canaries exclude each other", at: volume.nameRange(of: \.perAlloc),
          related: [.init("canaries", update.range(of: \.canary))])
      }
    }
  }
}

struct VolumeHostFields: ValidationRule {
  let facts = RuleFacts(
    "volume-host-fields", .server, covers: [96, 97, 98], finds: "keys of CSI volumes in a host volume",
    because: """
      A host volume is a folder of the node: it has no mount options, and before dynamic host volumes came in 1.10 no \
      access or attachment mode.
      """,
    failing: .groupPart(
      "volume \"data\" {\n  type        = \"host\"\n  source      = \"data\"\n  access_mode = \"single-node-writer\"\n}"
    ),
    passing: .groupPart("volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let hasDynamicVolumes = checked.target.map { $0 >= NomadRelease(1, 10) } ?? false
    let help = "remove it; dynamic host volumes have it since 1.10, see --target-version"
    for volume in checked.volumes.map(\.volume) where volume.type == "host" {
      if !hasDynamicVolumes, !volume.attachmentMode.isEmpty {
        report("a host volume has no attachment mode", at: volume.nameRange(of: \.attachmentMode), help: help)
      }
      if !hasDynamicVolumes, !volume.accessMode.isEmpty {
        report("a host volume has no access mode", at: volume.nameRange(of: \.accessMode), help: help)
      }
      if let options = volume.mountOptions {
        report("a host volume has no mount options", at: options.headerRange, help: "remove the block")
      }
    }
  }
}

struct VolumeCSIFields: ValidationRule {
  let facts = RuleFacts(
    "volume-csi-fields", .server, covers: [99, 100, 101, 102],
    finds: "a CSI volume without its modes, or with modes that do not go together",
    because: """
      A CSI volume is attached as a file system or a block device and accessed in one of several modes; both have to be \
      said. Reader modes are for read-only volumes, mount options for file systems.
      """,
    failing: .groupPart("volume \"data\" {\n  type   = \"csi\"\n  source = \"data\"\n}"),
    passing: .groupPart(
      "volume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for volume in checked.volumes.map(\.volume) where volume.type == "csi" {
      if volume.attachmentMode.isEmpty {
        report(
          "CSI volume \"\(volume.name)\" has no attachment mode", at: volume.headerRange,
          help: "add attachment_mode = \"file-system\" or \"block-device\"")
      }
      if volume.attachmentMode == "block-device", let options = volume.mountOptions {
        report(
          "a block device has no mount options", at: options.headerRange,
          related: [.init("the attachment mode", volume.range(of: \.attachmentMode))], help: "remove the block")
      }
      if volume.accessMode.isEmpty {
        report(
          "CSI volume \"\(volume.name)\" has no access mode", at: volume.headerRange,
          help: "add access_mode, for example \"single-node-writer\"")
      }
      if ["single-node-reader-only", "multi-node-reader-only"].contains(volume.accessMode), !volume.readOnly {
        report(
          "access mode \"\(volume.accessMode)\" is for read-only volumes", at: volume.range(of: \.accessMode),
          help: "add read_only = true")
      }
    }
  }
}

struct VolumeSeveralWriters: ValidationRule {
  let facts = RuleFacts(
    "volume-several-users", .server, covers: [103, 104, 105],
    finds: "more instances than a volume's access mode lets use it",
    because: """
      Modes with one reader or writer let one allocation use the volume. A group with a higher count needs another mode, \
      or a volume for each instance (per_alloc).
      """,
    failing: .groupPart(
      "count = 3\n\nvolume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\n}"
    ),
    passing: .groupPart(
      "count = 3\n\nvolume \"data\" {\n  type            = \"csi\"\n  source          = \"data\"\n  per_alloc       = true\n  access_mode     = \"single-node-writer\"\n  attachment_mode = \"file-system\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (volume, placed) in checked.volumes where volume.type == "csi" && !volume.perAlloc {
      guard let count = placed.group.count, count > 1 else { continue }
      let what: String
      switch volume.accessMode {
      case "single-node-reader-only": what = "one reader"
      case "single-node-writer": what = "one reader or writer"
      case "multi-node-single-writer" where !volume.readOnly: what = "one writer"
      default: continue
      }
      report(
        "access mode \"\(volume.accessMode)\" allows \(what), and group \"\(placed.group.name)\" has \(count) instances",
        at: volume.range(of: \.accessMode), related: [.init("the count", placed.group.range(of: \.count))],
        help: "use another access mode, or per_alloc = true")
    }
  }
}
