import HCLParser

struct MountUnknownVolume: ValidationRule {
  let facts = RuleFacts(
    "mount-unknown-volume", .server, covers: [201, 202], finds: "a mount of a volume that the group does not have",
    because: "A task mounts volumes that its group asks for, by the name they have there.",
    failing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume      = \"dta\"\n    destination = \"/data\"\n  }\n}"
    ),
    passing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume      = \"data\"\n    destination = \"/data\"\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (group, writtenGroup) in zip(checked.job.groups, checked.written.groups) {
      let written = writtenGroup.volumes
      for mount in group.tasks.flatMap(\.volumeMounts) {
        let name = mount.volume ?? ""
        if name.isEmpty {
          report("the mount does not say which volume", at: mount.range(of: \.volume), help: "add \"volume\"")
          continue
        }
        if group.volumes.contains(where: { $0.name.isSame(as: name) }) { continue }
        if let dropped = written.first(where: { $0.name.isSame(as: name) }) {
          report(
            "volume \"\(name)\" cannot be mounted: the server drops it because of its type",
            at: mount.range(of: \.volume),
            related: [.init("the type", dropped.range(of: \.type))], help: "use type = \"host\" or \"csi\"")
          continue
        }
        let names = group.volumes.map(\.name)
        report(
          "group \"\(group.name)\" has no volume \"\(name)\"", at: mount.range(of: \.volume),
          detail: (name.isInterpolated ? "The server takes the text as it is written. " : "")
            + (names.isEmpty ? "The group has no volume." : "It has \(names.quotedList)."),
          help: NameSuggestion.nearest(to: name, among: names).map { "did you mean \"\($0)\"?" })
      }
    }
  }
}

struct MountUnknownPropagation: ValidationRule {
  static let modes = ["private", "host-to-task", "bidirectional"]

  let facts = RuleFacts(
    "mount-unknown-propagation", .server, covers: [200], finds: "a propagation mode that does not exist",
    because: "The mode says whether mounts made later inside the volume are seen on the other side.",
    failing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume           = \"data\"\n    destination      = \"/data\"\n    propagation_mode = \"shared\"\n  }\n}"
    ),
    passing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume           = \"data\"\n    destination      = \"/data\"\n    propagation_mode = \"bidirectional\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for mount in checked.tasks.flatMap(\.task.volumeMounts) {
      guard let mode = mount.propagationMode, !mode.isEmpty, !MountUnknownPropagation.modes.contains(mode)
      else { continue }
      report.unknown(
        mode, "propagation mode", of: MountUnknownPropagation.modes, at: mount.range(of: \.propagationMode))
    }
  }
}

struct CSIPluginMalformed: ValidationRule {
  static let types = ["node", "controller", "monolith"]

  let facts = RuleFacts(
    "csi-plugin-malformed", .server, covers: [203, 204],
    finds: "a CSI plugin without an id, or of a type that does not exist",
    because: "Volumes name the plugin by its id; its type says whether it serves nodes, controls volumes, or both.",
    failing: .taskPart("csi_plugin {\n  id   = \"disks\"\n  type = \"half\"\n}"),
    passing: .taskPart("csi_plugin {\n  id   = \"disks\"\n  type = \"node\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for plugin in checked.tasks.compactMap(\.task.csiPlugin) {
      if plugin.id.isEmpty { report("the CSI plugin has no id", at: plugin.range(of: \.id), help: "add \"id\"") }
      if !CSIPluginMalformed.types.contains(plugin.type) {
        if plugin.type.isEmpty {
          report(
            "the CSI plugin has no type", at: plugin.range(of: \.type),
            help: "add \"type\": \(CSIPluginMalformed.types.quotedChoice)")
        } else {
          report.unknown(
            plugin.type, "type of a CSI plugin", of: CSIPluginMalformed.types, at: plugin.range(of: \.type))
        }
      }
    }
  }
}

struct CSIPluginPublishDirectory: ValidationRule {
  let facts = RuleFacts(
    "csi-plugin-publish-directory", .server, covers: [262], finds: "a stage_publish_base_dir below mount_dir",
    because: "Volumes are published below stage_publish_base_dir; below the plugin's own mount they would not be seen.",
    failing: .taskPart(
      "csi_plugin {\n  id                     = \"disks\"\n  type                   = \"node\"\n  mount_dir              = \"/csi\"\n  stage_publish_base_dir = \"/csi/volumes\"\n}"
    ),
    passing: .taskPart(
      "csi_plugin {\n  id                     = \"disks\"\n  type                   = \"node\"\n  mount_dir              = \"/csi\"\n  stage_publish_base_dir = \"/local/csi\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for plugin in checked.tasks.compactMap(\.task.csiPlugin) {
      let mount = AllocationPath.cleaned(plugin.mountDir)
      let base = AllocationPath.cleaned(plugin.stagePublishBaseDir)
      guard base.count > mount.count, base.starts(with: mount), !mount.isEmpty else { continue }
      let isWritten = plugin.wrote(\.stagePublishBaseDir)
      report(
        "stage_publish_base_dir lies below mount_dir",
        at: isWritten ? plugin.range(of: \.stagePublishBaseDir) : plugin.range(of: \.mountDir),
        detail: isWritten
          ? plugin.wrote(\.mountDir) ? "" : "mount_dir is not set; it is \"\(plugin.mountDir)\"."
          : "stage_publish_base_dir is not set; it is \"\(plugin.stagePublishBaseDir)\".",
        related: isWritten && plugin.wrote(\.mountDir) ? [.init("mount_dir", plugin.range(of: \.mountDir))] : [])
    }
  }
}
