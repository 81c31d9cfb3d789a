/// A diff as `nomad job plan` prints it. `reference/scheduler.md` section 7.5.
public struct JobDiffText {
  private let isVerbose: Bool
  private let isStyled: Bool
  private var lines: [String] = []

  /// The text, its last line ended. `isVerbose` shows the parts of what is added and removed, and unchanged parts too.
  /// `isStyled` colours the marks for a terminal.
  public static func text(_ diff: JobDiff, isVerbose: Bool = false, isStyled: Bool = false) -> String {
    var writer = JobDiffText(isVerbose: isVerbose, isStyled: isStyled)
    writer.write(diff)
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private init(isVerbose: Bool, isStyled: Bool) {
    self.isVerbose = isVerbose
    self.isStyled = isStyled
  }

  private mutating func write(_ diff: JobDiff) {
    lines.append("\(mark(diff.kind))Job: \"\(diff.id)\"")
    let showsBody = diff.kind == .edited || isVerbose
    let (fields, objects) = (showsBody ? diff.fields : [], showsBody ? diff.objects : [])
    let widest = longestMark(fields.map(\.kind) + objects.map(\.kind) + diff.groups.map(\.kind))
    if !fields.isEmpty || !objects.isEmpty {
      write(fields, objects, indent: 0, widest: widest)
      lines.append("")
    }
    for (index, group) in diff.groups.enumerated() {
      if index > 0 { lines.append("") }
      write(group, widest: widest)
    }
  }

  private mutating func write(_ group: JobDiff.Group, widest: Int) {
    let padding = widest - width(group.kind)
    let counts = group.updates.filter { $0.count != 0 }.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
    let suffix = counts.isEmpty ? "" : " (\(counts.map { "\($0.count) \($0.word)" }.joined(separator: ", ")))"
    lines.append("\(mark(group.kind))\(blanks(padding))Task Group: \"\(group.name)\"\(suffix)")
    let indent = padding + 2
    let showsBody = group.kind == .edited || isVerbose
    let (fields, objects) = (showsBody ? group.fields : [], showsBody ? group.objects : [])
    let inner = longestMark(fields.map(\.kind) + objects.map(\.kind) + group.tasks.map(\.kind))
    write(fields, objects, indent: indent, widest: inner)
    for task in group.tasks { write(task, indent: indent, widest: inner) }
  }

  private mutating func write(_ task: JobDiff.Task, indent: Int, widest: Int) {
    let padding = widest - width(task.kind)
    lines.append(
      "\(blanks(indent))\(mark(task.kind))\(blanks(padding))Task: \"\(task.name)\"\(annotation(task.annotations))")
    guard task.kind == .edited || isVerbose && task.kind != .none else { return }
    let inner = longestMark(task.fields.map(\.kind) + task.objects.map(\.kind))
    write(task.fields, task.objects, indent: indent + padding + 2, widest: inner)
  }

  private mutating func write(_ fields: [JobDiff.Field], _ objects: [JobDiff.Object], indent: Int, widest: Int) {
    let nameWidth = fields.map { $0.name.count }.max() ?? 0
    for field in fields {
      let padding = widest - width(field.kind)
      let gap = nameWidth - field.name.count
      lines.append(
        "\(blanks(indent))\(mark(field.kind))\(blanks(padding))\(field.name): \(blanks(gap))\(value(field))"
          + annotation(field.annotations))
    }
    for object in objects { write(object, indent: indent, widest: widest) }
  }

  private mutating func write(_ object: JobDiff.Object, indent: Int, widest: Int) {
    let padding = widest - width(object.kind)
    lines.append("\(blanks(indent))\(mark(object.kind))\(blanks(padding))\(object.name) {")
    let inner = longestMark(object.fields.map(\.kind) + object.objects.map(\.kind))
    write(object.fields, object.objects, indent: indent + padding + 2, widest: inner)
    lines.append("\(blanks(indent + width(object.kind) + padding))}")
  }

  private func value(_ field: JobDiff.Field) -> String {
    switch field.kind {
    case .added: "\"\(field.new)\""
    case .deleted: "\"\(field.old)\""
    case .edited: "\"\(field.old)\" => \"\(field.new)\""
    case .none: "\"\(field.new)\""
    }
  }

  private func annotation(_ words: [String]) -> String { words.isEmpty ? "" : " (\(words.joined(separator: ", ")))" }

  private func mark(_ kind: JobDiff.Kind) -> String {
    let (text, colour) =
      switch kind {
      case .none: ("", "")
      case .added: ("+ ", "32")
      case .deleted: ("- ", "31")
      case .edited: ("+/- ", "93")
      }
    return isStyled && !text.isEmpty ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  private func width(_ kind: JobDiff.Kind) -> Int {
    switch kind {
    case .none: 0
    case .added, .deleted: 2
    case .edited: 4
    }
  }

  private func longestMark(_ kinds: [JobDiff.Kind]) -> Int { kinds.map { width($0) }.max() ?? 0 }
  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
