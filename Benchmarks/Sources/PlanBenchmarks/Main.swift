import Foundation

/// A table of what the planner does in a second, on one core: `PlanBenchmarks [ROW …]`.
///
/// Every row runs in a process of its own, so that the peak of its memory is its own; within it the work is done once to
/// warm up and five times to measure.
@main struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--measure", arguments.count > 1 {
      guard let row = Rows.all.first(where: { $0.name == arguments[1] }) else { return }
      let measured = Measurement(row)
      print(measured.encoded)
      return
    }
    let rows = Rows.all.filter { arguments.isEmpty || arguments.contains($0.name) }
    var results: [String: Measurement] = [:]
    print("| row | what | aim | measured, lowest – highest | peak memory | |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows {
      guard let measured = try measure(row) else {
        print("| \(row.name) | \(row.what) | | failed | | |")
        continue
      }
      results[row.name] = measured
      print(line(row, measured, results))
    }
  }

  /// Runs a row in a process of its own.
  private static func measure(_ row: Row) throws -> Measurement? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["--measure", row.name]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Measurement(encoded: String(decoding: output, as: UTF8.self))
  }

  private static func line(_ row: Row, _ measured: Measurement, _ results: [String: Measurement]) -> String {
    let rates = measured.seconds.sorted().map { row.unit.value(amount: measured.amount, seconds: $0) }.sorted()
    let values =
      "\(row.unit.text(rates[rates.count / 2])), \(row.unit.text(rates[0])) – \(row.unit.text(rates[rates.count - 1]))"
    var remarks: [String] = []
    if let aim = row.aim {
      remarks.append(row.unit.reaches(aim, rates[rates.count / 2]) ? "reached" : "not reached")
    }
    if let other = row.comparison, let base = results[other.row] {
      let ratio = measured.median / base.median
      let text = Row.Unit.rounded(other.isInverse ? 1 / ratio : ratio)
      remarks.append("\(text) times \(other.phrase)\(other.aim.map { ", aim \($0)" } ?? "")")
    }
    if let file = measured.fileSize {
      remarks.append(
        "memory \(Row.Unit.rounded(Double(measured.peakBytes) / Double(file))) times the file of \(file / 1_000_000) MB"
      )
    }
    if measured.failures > 0 { remarks.append("\(measured.failures) without a place") }
    return "| \(row.name) | \(row.what) | \(row.aim.map(row.unit.text) ?? "") | \(values) "
      + "| \(measured.peakBytes / 1_048_576) MB | \(remarks.joined(separator: "; ")) |"
  }
}
