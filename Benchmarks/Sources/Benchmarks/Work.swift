import HCLFormat
import HCLParser
import JobSpec

/// What is done to texts, one row of the table each.
enum Work: String, CaseIterable {
  case tokens
  case tree
  case lines
  case values
  case written
  case validated
  case advised
  case formatted

  var name: String {
    switch self {
    case .tokens: "tokens"
    case .tree: "tree with diagnostics"
    case .lines: "line table"
    case .values: "tree, values of all attributes"
    case .written: "job as written"
    case .validated: "job expanded and validated"
    case .advised: "job validated, with advice"
    case .formatted: "formatted"
    }
  }

  /// Does it to every text. What comes back depends on all of them, so that nothing can be left out.
  func run(_ texts: [[UInt8]]) -> Int { texts.reduce(0) { $0 &+ run($1) } }

  private func run(_ bytes: [UInt8]) -> Int {
    switch self {
    case .tokens: return Lexer.tokenize(SourceText(name: "job", bytes: bytes)).count
    case .tree: return SyntaxTree(parsing: SourceText(name: "job", bytes: bytes)).tokens.count
    case .lines: return SourceText(name: "job", bytes: bytes).makeLineTable().lineCount
    case .values:
      let tree = SyntaxTree(parsing: SourceText(name: "job", bytes: bytes))
      var values = AttributeValues(in: AttributeValues.context(for: tree))
      values.walk(tree.root)
      return values.count
    case .written:
      return JobReader.read(JobInput(name: "job", bytes: bytes)).job?.groups.count ?? 0
    case .validated, .advised:
      var input = JobInput(name: "job", bytes: bytes)
      input.givesAdvice = self == .advised
      let analysis = JobAnalysis(of: input)
      return analysis.diagnostics.count + (analysis.validatedJob?.job.groups.count ?? 0)
    case .formatted: return SyntaxTree(parsing: SourceText(name: "job", bytes: bytes)).formatted()?.count ?? 0
    }
  }

  /// Does it several times and gives the processor time of one.
  func measure(_ texts: [[UInt8]]) -> Measurement {
    var times: [Double] = []
    var checksum = 0
    repeat {
      let start = ProcessorTime.now
      checksum &+= run(texts)
      times.append(ProcessorTime.now - start)
    } while times.count < 3 || (times.count < 15 && times.reduce(0, +) < 1)
    times.sort()
    return Measurement(
      bytes: texts.reduce(0) { $0 + $1.count }, seconds: times[times.count / 2], best: times[0], checksum: checksum)
  }
}

/// What a measuring process says, as one line.
struct Measurement {
  var bytes: Int
  /// The median.
  var seconds: Double
  var best: Double
  var checksum = 0
  /// The most memory the process held, in bytes; from outside.
  var peakMemory = 0

  var line: String { "\(bytes) \(seconds) \(best) \(checksum)" }

  init(bytes: Int, seconds: Double, best: Double, checksum: Int = 0) {
    self.bytes = bytes
    self.seconds = seconds
    self.best = best
    self.checksum = checksum
  }

  init?(line: String) {
    let parts = line.split(whereSeparator: \.isWhitespace)
    guard parts.count >= 3, let bytes = Int(parts[0]), let seconds = Double(parts[1]), let best = Double(parts[2])
    else { return nil }
    self.init(bytes: bytes, seconds: seconds, best: best)
  }

  var megabytesPerSecond: Double { Double(bytes) / max(seconds, 1e-9) / 1_000_000 }
}
