import HCLParser

struct ResourcesCoresAndCPU: ValidationRule {
  let facts = RuleFacts(
    "resources-cores-and-cpu", .server, covers: [205], finds: "both cores and cpu in one task",
    because: "A task reserves whole cores (\"cores\") or a share of them in MHz (\"cpu\"), never both.",
    failing: .taskPart("resources {\n  cpu   = 500\n  cores = 2\n}"), passing: .taskPart("resources {\n  cores = 2\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let resources = placed.task.resources, let cores = resources.cores, cores > 0, let cpu = resources.cpu,
        cpu > 0
      else { continue }
      report(
        "task \"\(placed.task.name)\" asks for both cores and cpu", at: resources.nameRange(of: \.cores),
        related: [.init("\(cpu) MHz", resources.range(of: \.cpu))], help: "keep one of them")
    }
  }
}

struct ResourcesTooSmall: ValidationRule {
  let facts = RuleFacts(
    "resources-too-small", .server, covers: [206, 207, 260], finds: "less cpu or memory than a task can have",
    because: "A task reserves at least 1 MHz and 10 MB.",
    failing: .taskPart("resources {\n  cpu    = 100\n  memory = 5\n}"),
    passing: .taskPart("resources {\n  cpu    = 100\n  memory = 64\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let resources = placed.task.resources else { continue }
      let cores = resources.cores ?? 0
      if cores < 0 {
        report("\(cores) cores are fewer than none", at: resources.range(of: \.cores))
      } else if cores == 0, let cpu = resources.cpu, cpu < 1 {
        report("\(cpu) MHz of cpu are too little; the least is 1", at: resources.range(of: \.cpu))
      }
      if let memory = resources.memory, memory < 10 {
        report("\(memory) MB of memory are too little; the least is 10", at: resources.range(of: \.memory))
      }
    }
  }
}

struct ResourcesMemoryMaxTooSmall: ValidationRule {
  let facts = RuleFacts(
    "resources-memory-max-too-small", .server, covers: [209], finds: "a memory_max below memory",
    because:
      "\"memory\" is what the task reserves and \"memory_max\" what it may use at most, so it is the larger one.",
    failing: .taskPart("resources {\n  memory     = 512\n  memory_max = 256\n}"),
    passing: .taskPart("resources {\n  memory     = 256\n  memory_max = 512\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let resources = placed.task.resources, let most = resources.memoryMax, most != 0,
        let memory = resources.memory,
        most < memory
      else { continue }
      // -1 takes the limit away, since 1.11.2.
      if most == -1, let target = checked.target, target >= NomadRelease(1, 11, 2) { continue }
      report(
        "memory_max is \(most), below the \(memory) MB reserved", at: resources.range(of: \.memoryMax),
        related: [.init("memory", resources.range(of: \.memory))],
        help: most == -1 ? "-1 takes the limit away only since 1.11.2; see --target-version" : nil)
    }
  }
}

struct ResourcesDiskInTask: ValidationRule {
  let facts = RuleFacts(
    "resources-disk-in-task", .advice, .warning, covers: [208], finds: "disk space asked for by a task",
    because: """
      All tasks of a group share the disk space that the group's ephemeral_disk block asks for. The key has no effect: \
      it is dropped on the way to the server, which would refuse it.
      """,
    failing: .taskPart("resources {\n  disk = 500\n}"), passing: .groupPart("ephemeral_disk {\n  size = 500\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let resources = placed.task.resources, let disk = resources.disk, disk > 0 else { continue }
      let place = resources.nameRange(of: \.disk)
      report(
        "\"disk\" of a task has no effect", at: place,
        help: "use ephemeral_disk { size = \(disk) } in group \"\(placed.group.name)\"",
        fixes: checked.tree.flatMap { Fix.removingAttribute(at: place, in: $0) }.map { [$0] } ?? [])
    }
  }
}

struct ResourcesMalformedDevice: ValidationRule {
  let facts = RuleFacts(
    "device-missing-name", .server, covers: [210], finds: "a device without a name",
    because: "A device is named by its type, vendor/type or vendor/type/model.",
    failing: .taskPart("resources {\n  device \"\" {}\n}"),
    passing: .taskPart("resources {\n  device \"nvidia/gpu\" {}\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for device in checked.devices where device.name.isEmpty {
      report(
        "the device has no name", at: device.labelRange(),
        help: "name it \"type\", \"vendor/type\" or \"vendor/type/model\", for example \"nvidia/gpu\"")
    }
  }
}

struct ResourcesNUMA: ValidationRule {
  static let affinities = ["none", "prefer", "require"]

  let facts = RuleFacts(
    "resources-numa", .server, covers: [264], since: NomadRelease(1, 7),
    finds: "a numa block that asks for nothing a node could give",
    because: """
      NUMA placement chooses cores that lie together, so the task asks for cores. Its devices are among those the task \
      asks for.
      """,
    failing: .taskPart("resources {\n  cpu = 500\n\n  numa {\n    affinity = \"require\"\n  }\n}"),
    passing: .taskPart("resources {\n  cores = 2\n\n  numa {\n    affinity = \"require\"\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let resources = placed.task.resources, let numa = resources.numa else { continue }
      if !ResourcesNUMA.affinities.contains(numa.affinity) {
        report.unknown(numa.affinity, "NUMA affinity", of: ResourcesNUMA.affinities, at: numa.range(of: \.affinity))
      } else if numa.affinity != "none", (resources.cores ?? 0) <= 0 {
        report("a numa block needs \"cores\"", at: numa.headerRange, help: "ask for whole cores instead of cpu")
      }
      let names = resources.devices.map(\.name)
      for (index, device) in (numa.devices ?? []).enumerated() where !names.contains(where: { $0.isSame(as: device) }) {
        report(
          "device \"\(device)\" is not among those the task asks for", at: numa.range(of: \.devices, item: index),
          help: NameSuggestion.nearest(to: device, among: names).map { "did you mean \"\($0)\"?" })
      }
    }
  }
}

struct MemoryMaxIgnored: ValidationRule {
  let facts = RuleFacts(
    "resources-memory-max-ignored", .server, .warning, covers: [281],
    finds: "a memory_max that the cluster ignores",
    because: """
      Tasks may use more memory than they reserve only where the scheduler configuration allows memory oversubscription; \
      it does not unless somebody switched it on.
      """,
    failing: .taskPart("resources {\n  memory     = 256\n  memory_max = 512\n}"),
    passing: .taskPart("resources {\n  memory = 512\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.allowsMemoryOversubscription else { return }
    for placed in checked.tasks {
      guard let resources = placed.task.resources, let most = resources.memoryMax, most > 0 else { continue }
      report(
        "memory_max has no effect unless the cluster allows memory oversubscription",
        at: resources.nameRange(of: \.memoryMax),
        help: "switch it on in the scheduler configuration, and tell this tool with --memory-oversubscription")
    }
  }
}
