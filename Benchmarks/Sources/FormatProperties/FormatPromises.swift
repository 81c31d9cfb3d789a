import HCLFormat
import HCLParser
import JobSpec

/// What the formatter promises for any text.
enum FormatPromises {
  struct Outcome {
    var isFormatted = false
    var isJob = false
    /// The promises that do not hold.
    var broken: [String] = []
  }

  static func check(_ bytes: [UInt8]) -> Outcome {
    var outcome = Outcome()
    let tree = SyntaxTree(parsing: SourceText(name: "file", bytes: bytes))
    guard let once = tree.formatted(), let edits = tree.formattingEdits() else {
      if !tree.hasErrors { outcome.broken.append("a text that parses is refused") }
      if tree.formattingEdits() != nil { outcome.broken.append("a text that does not parse gives edits") }
      return outcome
    }
    outcome.isFormatted = true
    if tree.hasErrors { outcome.broken.append("a text that does not parse is formatted") }
    let blanks: Set<UInt8> = [0x20, 0x09]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for edit in edits {
      let old = tree.source.bytes(in: edit.range)
      // A byte order mark is dropped, and counts as a blank.
      let rest = edit.range.start == 0 && old.starts(with: mark) ? old.dropFirst(3) : old[...]
      if !rest.allSatisfy(blanks.contains) || !edit.replacement.utf8.allSatisfy({ $0 == 0x20 }) {
        outcome.broken.append("the edit at byte \(edit.range.start) touches more than blanks")
      }
    }
    if TextEdit.apply(edits, to: bytes) != once { outcome.broken.append("the edits do not give the formatted text") }
    let again = SyntaxTree(parsing: SourceText(name: "file", bytes: once))
    if again.formatted() != once { outcome.broken.append("formatting twice differs from formatting once") }
    if spelled(again) != spelled(tree) { outcome.broken.append("the tokens are not the same") }
    let before = job(bytes)
    let after = job(once)
    outcome.isJob = before.isSound
    if before != after { outcome.broken.append("the job is not the same") }
    if values(of: tree) != values(of: again) { outcome.broken.append("the values are not the same") }
    return outcome
  }

  private static func spelled(_ tree: SyntaxTree) -> [[UInt8]] {
    tree.tokens.filter { $0.kind != .byteOrderMark }.map { [$0.kind.rawValue] + tree.source.bytes[$0.start..<$0.end] }
  }

  // MARK: What a text means

  private struct Reading: Equatable {
    var isSound: Bool
    var json: String?
    var findings: [String]
  }

  private static func job(_ bytes: [UInt8]) -> Reading {
    var input = JobInput(name: "file", bytes: bytes)
    input.runsRules = false
    let analysis = JobAnalysis(of: input)
    return Reading(
      isSound: !analysis.hasErrors, json: analysis.job.map { withoutBlanksInReferences(JobJSON.text($0)) },
      findings: analysis.diagnostics.map { withoutBlanksInReferences("\($0.rule.name): \($0.summary)") })
  }

  /// A text that the client fills in is the source of the reference, its blanks included: `${ node.class }`. Layout moves
  /// those, as the reference implementation's does; they mean nothing.
  private static func withoutBlanksInReferences(_ text: String) -> String {
    var result: [UInt8] = []
    var isInside = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") { isInside = true }
      if byte == UInt8(ascii: "}") { isInside = false }
      previous = byte
      if isInside, byte == 0x20 || byte == 0x09 { continue }
      // A tab in JSON.
      if isInside, byte == UInt8(ascii: "t"), result.last == UInt8(ascii: "\\") {
        result.removeLast()
        continue
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What every attribute of a file evaluates to, for files that are no jobs.
  private static func values(of tree: SyntaxTree) -> [String] {
    var evaluator = Evaluator(context: EvaluationContext(unresolved: .keepAsRuntimeReference))
    var values: [String] = []
    func walk(_ body: BodySyntax) {
      for item in body.items {
        switch item {
        case .attribute(let attribute):
          values.append("\(attribute.name) = \(evaluator.value(of: attribute.value))")
        case .block(let block): walk(block.body)
        }
      }
    }
    walk(tree.root)
    return (values + evaluator.diagnostics.map(\.summary)).map(withoutBlanksInReferences)
  }
}
