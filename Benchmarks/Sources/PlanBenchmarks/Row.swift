import Foundation

/// One line of the table.
struct Row {
  enum Unit {
    case placementsPerSecond, megabytesPerSecond, seconds

    func value(amount: Int, seconds: Double) -> Double {
      switch self {
      case .placementsPerSecond: Double(amount) / seconds
      case .megabytesPerSecond: Double(amount) / seconds / 1_000_000
      case .seconds: seconds
      }
    }

    func text(_ value: Double) -> String {
      switch self {
      case .placementsPerSecond: "\(Int((value / 1000).rounded()))k/s"
      case .megabytesPerSecond: "\(Int(value.rounded())) MB/s"
      case .seconds: "\(Self.rounded(value)) s"
      }
    }

    func reaches(_ aim: Double, _ value: Double) -> Bool { self == .seconds ? value <= aim : value >= aim }

    static func rounded(_ value: Double) -> String { String(format: value < 0.1 ? "%.3f" : "%.2f", value) }
  }

  /// Another row that this one is set against.
  struct Comparison {
    var row: String
    var phrase: String
    var aim: String?
    /// Speeds are set against one another, not times.
    var isInverse = false
  }

  var name: String
  var what: String
  var unit: Unit
  var aim: Double?
  var comparison: Comparison?
  /// Makes what is needed and returns the work, which is done several times and returns how much was done.
  var prepare: () -> (Work)

  struct Work {
    var fileSize: Int?
    /// Made anew for each run, outside of what is measured.
    var run: (_ clock: inout Stopwatch) -> (done: Int, failed: Int)
  }
}

/// Counts time of the processor, not of the clock: other work on the machine does not count.
struct Stopwatch {
  private(set) var seconds = 0.0

  mutating func measure<Answer>(_ work: () -> Answer) -> Answer {
    let start = clock()
    let answer = work()
    seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return answer
  }
}

/// What was measured of a row.
struct Measurement {
  var seconds: [Double] = []
  var amount = 0
  var failures = 0
  var fileSize: Int?
  var peakBytes = 0

  var median: Double { seconds.sorted()[seconds.count / 2] }

  init(_ row: Row) {
    let work = row.prepare()
    fileSize = work.fileSize
    for run in 0..<6 {
      var clock = Stopwatch()
      (amount, failures) = work.run(&clock)
      if run > 0 { seconds.append(clock.seconds) }
    }
    peakBytes = Self.peakMemory
  }

  /// The most memory the process has held.
  private static var peakMemory: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  /// As one process tells it to another.
  var encoded: String {
    "\(amount) \(failures) \(fileSize ?? 0) \(peakBytes) " + seconds.map { "\($0)" }.joined(separator: " ")
  }

  init?(encoded: String) {
    let parts = encoded.split(whereSeparator: \.isWhitespace)
    guard parts.count > 4, let amount = Int(parts[0]), let failures = Int(parts[1]), let size = Int(parts[2]),
      let peak = Int(parts[3])
    else { return nil }
    self.amount = amount
    self.failures = failures
    fileSize = size > 0 ? size : nil
    peakBytes = peak
    seconds = parts.dropFirst(4).compactMap { Double($0) }
  }
}
