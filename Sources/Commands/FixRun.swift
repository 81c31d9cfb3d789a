import HCLParser

/// The fixes of one report that can be made together.
struct FixRound {
  private(set) var bytes: [UInt8]
  private(set) var count = 0

  /// Of fixes that touch each other the first is made; the layout comes last, when the rest has settled.
  init(_ report: FileReport, _ bytes: [UInt8], allowsUnsafe: Bool) {
    var chosen: [TextEdit] = []
    let fixes =
      report.diagnostics.filter { $0.rule != LayoutCheck.rule }.compactMap(\.fixes.first)
      + report.diagnostics.filter { $0.rule == LayoutCheck.rule }.compactMap(\.fixes.first)
    var isLayout = false
    let layoutIndex = report.diagnostics.count { $0.rule != LayoutCheck.rule && !$0.fixes.isEmpty }
    for (index, fix) in fixes.enumerated() {
      isLayout = index >= layoutIndex
      if isLayout, count > 0 { break }
      guard fix.isSafe || allowsUnsafe, !fix.edits.isEmpty, fix.edits.allSatisfy({ $0.range.source == SourceID() }),
        fix.edits.allSatisfy({ edit in !chosen.contains { $0.touches(edit) } })
      else { continue }
      chosen += fix.edits
      count += 1
    }
    guard count > 0, let result = TextEdit.apply(chosen, to: bytes) else {
      self.bytes = bytes
      count = 0
      return
    }
    self.bytes = result
  }
}

extension TextEdit {
  fileprivate func touches(_ other: TextEdit) -> Bool {
    range.start <= other.range.end && other.range.start <= range.end
  }
}

/// Writes mended files back.
struct FixRun {
  var world: World

  struct Outcome {
    /// How many findings were mended.
    var count = 0
    var problems: [String] = []
  }

  /// Replaces the files that have fixes. One that cannot be replaced is as it was, and said so.
  func write(_ report: inout RunReport, _ files: [InputFile]) -> Outcome {
    var outcome = Outcome()
    guard report.files.contains(where: { $0.fix != nil }) else { return outcome }
    world.interrupts.hold()
    defer { world.interrupts.release() }
    for file in report.files {
      guard let fix = file.fix, !world.interrupts.isPending() else { continue }
      guard files.contains(.path(file.name)) else {
        outcome.problems.append("standard input cannot be mended; name a file")
        continue
      }
      do throws(FileFailure) {
        try world.files.replace(file.name, fix.bytes, fix.version)
        outcome.count += fix.count
      } catch {
        outcome.problems.append("cannot write \"\(file.name)\": \(error.message)")
      }
    }
    return outcome
  }
}
