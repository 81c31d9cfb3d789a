import HCLParser

struct VariableUnused: ValidationRule {
  let facts = RuleFacts(
    "variable-unused", .advice, .warning, finds: "a variable that nothing refers to",
    because: "A variable without use may be left over, or the place that should use it says something else.",
    failing: .file(
      "variable \"image\" {\n  default = \"shop/web:1.4\"\n}\n\njob \"shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      config {\n        image = \"shop/web:1.4\"\n      }\n    }\n  }\n}"
    ),
    passing: .file(
      "variable \"image\" {\n  default = \"shop/web:1.4\"\n}\n\njob \"shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      config {\n        image = var.image\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let tree = checked.tree, let used = UsedNames(of: "var", in: tree) else { return }
    for declaration in checked.variables.declarations where !used.names.contains(declaration.name) {
      report(
        "variable \"\(declaration.name)\" is not used", at: declaration.nameRange,
        help: "remove it, or use var.\(declaration.name)")
    }
  }
}

struct LocalUnused: ValidationRule {
  let facts = RuleFacts(
    "local-unused", .advice, .warning, finds: "a local that nothing refers to",
    because: "A local without use may be left over, or the place that should use it says something else.",
    failing: .file(
      "locals {\n  tag = \"1.4\"\n}\n\njob \"shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n    }\n  }\n}"
    ),
    passing: .file(
      "locals {\n  tag = \"1.4\"\n}\n\njob \"shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      config {\n        image = \"shop/web:${local.tag}\"\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let tree = checked.tree, let used = UsedNames(of: "local", in: tree) else { return }
    for local in checked.locals.locals where !used.names.contains(local.name) {
      report("local \"\(local.name)\" is not used", at: local.nameRange, help: "remove it, or use local.\(local.name)")
    }
  }
}

/// The members of `var` or `local` that a file refers to.
private struct UsedNames {
  private(set) var names: Set<String> = []

  /// Nil where the root stands alone or with a computed step: then any member may be meant.
  init?(of root: String, in tree: SyntaxTree) {
    for block in tree.root.blocks {
      // A variable's own conditions are no use of it.
      if block.type == "variable" { continue }
      for traversal in block.references where traversal.rootName == root {
        guard let name = traversal.memberName else { return nil }
        names.insert(name)
      }
    }
  }
}

struct PortUnused: ValidationRule {
  let facts = RuleFacts(
    "port-unused", .advice, .info, finds: "a dynamic port that nothing mentions",
    because: """
      A dynamic port has a number that is not known before the allocation is placed. If no service, no driver \
      configuration and no NOMAD_PORT_ variable mentions its label, nobody can find it.
      """,
    failing: .groupPart("network {\n  port \"metrics\" {}\n}"),
    passing: .groupPart(
      "network {\n  port \"metrics\" {}\n}\n\nservice {\n  name = \"web-metrics\"\n  port = \"metrics\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let tree = checked.tree else { return }
    let words = WordCount(tree)
    let networks = checked.job.groups.flatMap { group in
      group.networks + group.tasks.flatMap { $0.resources?.networks ?? [] }
    }
    for network in networks {
      for port in network.dynamicPorts where port.origin.labels.count == 1 && port.static == 0 {
        let cleaned = RuntimeVariables.cleaned(port.label)
        // The declaration itself is one mention.
        let others = words[port.label] - 1 + (cleaned == port.label ? 0 : words[cleaned])
        // An empty label is no word, and nothing can mention it.
        guard others <= 0, port.label.isEmpty || WordCount.isWord(port.label) else { continue }
        report(
          "port \"\(port.label)\" is not used", at: port.labelRange(),
          help: port.label.isEmpty
            ? "give it a label: without one nothing can refer to it" : "remove it, or let a service announce it")
      }
    }
  }
}

/// How often each word stands in a file, comments left out. The end of a variable's name counts as a word too.
private struct WordCount {
  private var counts: [String: Int] = [:]

  init(_ tree: SyntaxTree) {
    let bytes = tree.source.bytes
    for token in tree.tokens where token.kind != .lineComment && token.kind != .blockComment {
      var index = token.start
      while index < token.end {
        guard WordCount.isPart(bytes[index]) else {
          index += 1
          continue
        }
        var end = index
        while end < token.end, WordCount.isPart(bytes[end]) { end += 1 }
        add(bytes[index..<end])
        index = end
      }
    }
  }

  subscript(word: String) -> Int { counts[word] ?? 0 }

  /// Whether a text is one word.
  static func isWord(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isPart) }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private mutating func add(_ word: ArraySlice<UInt8>) {
    counts[String(decoding: word, as: UTF8.self), default: 0] += 1
    // NOMAD_PORT_http_api mentions "http_api".
    guard word.starts(with: "NOMAD_".utf8) else { return }
    for (offset, byte) in zip(word.indices, word) where byte == UInt8(ascii: "_") {
      counts[String(decoding: word[(offset + 1)...], as: UTF8.self), default: 0] += 1
    }
  }
}

struct VolumeUnused: ValidationRule {
  let facts = RuleFacts(
    "volume-unused", .advice, .warning, finds: "a volume that no task mounts",
    because: "The group can only be placed where the volume is, and no task sees it.",
    failing: .groupPart("volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}"),
    passing: .group(
      "volume \"data\" {\n  type   = \"host\"\n  source = \"data\"\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  volume_mount {\n    volume      = \"data\"\n    destination = \"/data\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (volume, placed) in checked.volumes {
      let mounts = placed.group.tasks.flatMap(\.volumeMounts).map { $0.volume ?? "" }
      if mounts.contains(where: { $0.isSame(as: volume.name) || $0.isInterpolated }) { continue }
      report(
        "no task of group \"\(placed.group.name)\" mounts volume \"\(volume.name)\"", at: volume.labelRange(),
        help: "add a volume_mount block to a task, or remove the volume")
    }
  }
}
