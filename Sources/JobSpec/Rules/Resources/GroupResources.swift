import HCLParser

struct LogsTooSmall: ValidationRule {
  let facts = RuleFacts(
    "logs-too-small", .server, covers: [192], finds: "fewer than one log file, or files below 1 MB",
    because: "Each stream keeps at least one file of at least 1 MB.",
    failing: .taskPart("logs {\n  max_files = 0\n}"), passing: .taskPart("logs {\n  max_files = 3\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let logs = placed.task.logs else { continue }
      if let files = logs.maxFiles, files < 1 {
        report("\(files) log files are too few; the least is 1", at: logs.range(of: \.maxFiles))
      }
      if let size = logs.maxFileSize, size < 1 {
        report("log files of \(size) MB are too small; the least is 1", at: logs.range(of: \.maxFileSize))
      }
    }
  }
}

struct LogsAboveDisk: ValidationRule {
  let facts = RuleFacts(
    "logs-above-disk", .server, covers: [193], finds: "logs that may grow beyond the group's disk space",
    because: "A task's logs lie in the allocation's disk space, so max_files times max_file_size stays below its size.",
    failing: .taskPart("logs {\n  max_files     = 20\n  max_file_size = 50\n}"),
    passing: .taskPart("logs {\n  max_files     = 5\n  max_file_size = 20\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let logs = placed.task.logs, let files = logs.maxFiles, let size = logs.maxFileSize, files > 0, size > 0,
        let disk = placed.group.ephemeralDisk, let space = disk.size
      else { continue }
      let (total, overflow) = files.multipliedReportingOverflow(by: size)
      guard overflow || total >= space else { continue }
      // The logs are to blame where they were written, else the disk.
      let place =
        logs.wrote(\.maxFileSize)
        ? logs.range(of: \.maxFileSize)
        : logs.wrote(\.maxFiles)
          ? logs.range(of: \.maxFiles)
          : disk.wrote(\.size) ? disk.range(of: \.size) : logs.headerRange
      report(
        "logs of task \"\(placed.task.name)\" may take \(overflow ? "more than" : "\(total)") MB, and the group has \(space) MB of disk space",
        at: place, detail: "\(files) files of \(size) MB each.",
        related: disk.wrote(\.size) && place != disk.range(of: \.size)
          ? [.init("the disk space", disk.range(of: \.size))] : [],
        help: "keep fewer or smaller files, or raise ephemeral_disk.size")
    }
  }
}

struct DiskTooSmall: ValidationRule {
  let facts = RuleFacts(
    "disk-too-small", .server, covers: [47], finds: "an ephemeral disk below 10 MB",
    because: "The smallest disk space a group can have is 10 MB.",
    failing: .groupPart("ephemeral_disk {\n  size = 5\n}"), passing: .groupPart("ephemeral_disk {\n  size = 500\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let disk = placed.group.ephemeralDisk, let size = disk.size, size < 10 else { continue }
      report("\(size) MB of disk space are too little; the least is 10", at: disk.range(of: \.size))
    }
  }
}

struct GroupCountNegative: ValidationRule {
  let facts = RuleFacts(
    "group-count-negative", .server, covers: [35], finds: "a negative count",
    because: "The count is how many instances of the group run: 0 or more.",
    failing: .groupPart("count = -1"), passing: .groupPart("count = 1"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let count = placed.group.count, count < 0 else { continue }
      report("the count \(count) is negative", at: placed.group.range(of: \.count))
    }
  }
}

struct ScalingLimits: ValidationRule {
  let facts = RuleFacts(
    "scaling-limits", .server, covers: [59, 86, 87, 88, 89, 90, 91],
    finds: "scaling limits that contradict each other or the count",
    because: "The count of a scaled group lies between its \"min\" and its \"max\", and neither of them is negative.",
    failing: .groupPart("count = 12\n\nscaling {\n  min = 2\n  max = 10\n}"),
    passing: .groupPart("count = 4\n\nscaling {\n  min = 2\n  max = 10\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let scaling = placed.group.scaling else { continue }
      if scaling.type != "horizontal" {
        report(
          "the scaling of a group is \"horizontal\", not \"\(scaling.type)\"", at: scaling.range(of: \.type),
          help: "remove \"type\"; cpu and memory are scaled by blocks in the task")
      }
      guard let max = scaling.max else {
        report("the scaling does not say the highest count", at: scaling.headerRange, help: "add \"max\"")
        continue
      }
      // Without the key the lowest count is the group's own, and what is wrong with it is said of the count.
      let least = scaling.wrote(\.min) ? scaling.min ?? 0 : 0
      if max < 0 { report("the highest count, \(max), is negative", at: scaling.range(of: \.max)) }
      if least < 0 { report("the lowest count, \(least), is negative", at: scaling.range(of: \.min)) }
      if max >= 0, max < least {
        report(
          "the highest count, \(max), is below the lowest, \(least)", at: scaling.range(of: \.max),
          related: [.init("the lowest count", scaling.range(of: \.min))])
      }
      guard let count = placed.group.count else { continue }
      if max >= 0, count > max {
        report(
          "the count \(count) is above the highest that scaling allows, \(max)", at: placed.group.range(of: \.count),
          related: [.init("the highest count", scaling.range(of: \.max))])
      }
      // The counts of a job for several regions may come from the regions.
      let mayBeZero = checked.job.multiregion != nil && count == 0 && checked.job.region == "global"
      if count < least, scaling.wrote(\.min), !mayBeZero {
        report(
          "the count \(count) is below the lowest that scaling allows, \(least)", at: placed.group.range(of: \.count),
          related: [.init("the lowest count", scaling.range(of: \.min))])
      }
    }
  }
}
