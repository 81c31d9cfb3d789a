import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// A file of `Corpus/Rules`: a job that breaks one of the server's rules, with what is expected of us in its comments.
/// `Corpus/Rules/README.md` tells how they are written.
struct RuleCase: Sendable, CustomTestStringConvertible {
  static let folder = "Rules"

  /// What is expected: a finding, and where.
  struct Finding: Hashable {
    var rule: String
    var severity: Diagnostic.Severity
    /// Counted from 1; 0 for a place outside of the job file.
    var line: Int

    var text: String { "line \(line): \(severity.rawValue)[\(rule)]" }
  }

  /// The file's name.
  let name: String
  var testDescription: String { name }
  /// The number of the rule.
  let number: Int
  /// The rule in our own words.
  private(set) var words = ""
  /// The rules that are expected to speak, in the order of the file; empty where nothing may be reported.
  private(set) var expected: [(rule: String, severity: Diagnostic.Severity, isElsewhere: Bool)] = []
  private(set) var findings: [Finding] = []
  /// The job with each marked line put right; one text for each way to do so.
  private(set) var mended: [String] = []
  private(set) var text = ""
  private(set) var problems: [String] = []

  private var target: NomadRelease?
  private var running: String?
  private var variables: [JobInput.Assignment] = []
  private var isStrict = true
  private var allowsOversubscription = false
  private var marks: [String] = []
  private var replacements: [String] = []
  private var expectsNothing = false

  init(_ name: String) {
    self.name = name
    number = RuleCase.number(in: name) ?? 0
    text = Corpus.text("\(RuleCase.folder)/\(name)")
    if name.hasSuffix(".json") {
      readHead(Corpus.text("\(RuleCase.folder)/\(name.dropLast(".nomad.json".count)).case.txt"))
    }
    readHead(text)
    readMarks()
    if words.isEmpty { problems.append("the comment \"# V\(number): …\" is missing") }
    if expected.isEmpty != expectsNothing { problems.append("\"# expect:\" is missing, or says nothing and something") }
  }

  /// The number in `V060.nomad.hcl` or `V060-2.nomad.hcl`.
  static func number(in name: String) -> Int? {
    guard name.first == "V", name.count > 4 else { return nil }
    return Int(name.dropFirst().prefix(3))
  }

  private mutating func readHead(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("# ") else { return }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[line.index(line.startIndex, offsetBy: 2)..<colon]
      let value = String(line[line.index(after: colon)...].drop { $0 == " " })
      read(String(key), value)
    }
  }

  private mutating func read(_ key: String, _ value: String) {
    switch key {
    case "V\(name.dropFirst().prefix(3))": words = value
    case "expect":
      let parts = value.split(separator: " ").map(String.init)
      if parts == ["nothing"] {
        expectsNothing = true
      } else if parts.count >= 2, let severity = Diagnostic.Severity(rawValue: parts[1]) {
        expected.append((parts[0], severity, parts.count > 2))
      } else {
        problems.append("\"# expect: \(value)\" is no rule with a severity")
      }
    case "mended": replacements.append(value)
    case "marked": marks.append(value)
    case "running": running = value
    case "target-version": target = NomadRelease(value)
    case "variables":
      variables = value.split(separator: " ").map { assignment in
        let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
        return JobInput.Assignment(parts[0], parts.count > 1 ? parts[1] : "")
      }
    case "strict": isStrict = value != "false"
    case "oversubscription": allowsOversubscription = value == "on"
    default: problems.append("\"# \(key):\" is not known")
    }
  }

  /// Finds the marked lines, and puts them right.
  private mutating func readMarks() {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var marked: Set<Int> = []
    for (index, line) in lines.enumerated() where !line.hasPrefix("# ") {
      let ids: [String]
      if let mark = line.range(of: "# <-") {
        ids = line[mark.upperBound...].split(separator: " ").map(String.init)
      } else if marks.contains(where: { line.range(of: $0) != nil }) {
        ids = []
      } else {
        continue
      }
      marked.insert(index)
      for item in expected where !item.isElsewhere && (ids.isEmpty || ids.contains(item.rule)) {
        findings.append(Finding(rule: item.rule, severity: item.severity, line: index + 1))
      }
    }
    for item in expected where item.isElsewhere {
      findings.append(Finding(rule: item.rule, severity: item.severity, line: 0))
    }
    for item in expected where !findings.contains(where: { $0.rule == item.rule }) {
      problems.append("no line is marked for \(item.rule)")
    }
    mended = replacements.map { replacement in
      lines.enumerated().flatMap { index, line -> [String] in
        guard marked.contains(index) else { return [line] }
        let indent = String(line.prefix { $0 == " " })
        return replacement.isEmpty ? [] : replacement.components(separatedBy: "\\n").map { indent + $0 }
      }.joined(separator: "\n")
    }
  }

  /// The job as `validate` analyses it, or as `lint` does where advice is expected.
  func analysis(of text: String) -> JobAnalysis {
    let advice = expected.contains { item in RuleList.rule(RuleID(item.rule))?.facts.kind == .advice }
    return RuleCase.analysis(text, named: name) { input in
      input.givesAdvice = advice
      input.rules.target = target
      input.assignments = variables
      input.refusesUndeclaredVariables = isStrict
      input.allowsMemoryOversubscription = allowsOversubscription
      if let running {
        let old = RuleCase.analysis(Corpus.text("\(RuleCase.folder)/\(running)"), named: running) { _ in }
        input.running = old.expandedJob ?? old.job
      }
    }
  }

  private static func analysis(_ text: String, named name: String, edit: (inout JobInput) -> Void) -> JobAnalysis {
    var input = JobInput(name: name, bytes: Array(text.utf8))
    edit(&input)
    return JobAnalysis(of: input)
  }
}
