/// The table that is printed, row by row, in Markdown.
struct Table {
  private static let widths = [34, 24, 12, 12, 20, 0]

  static func printHeader() {
    printRow("what", "input", "MB/s", "best", "peak memory", "beside it")
    printRow("---", "---", "---", "---", "---", "---")
  }

  static func printRow(
    _ what: String, _ input: String, _ speed: String, _ best: String, _ memory: String, _ note: String
  ) {
    let cells = [what, input, speed, best, memory, note]
    print(
      "| "
        + zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }.joined(separator: " | ")
        + " |")
  }

  static func printRow(_ what: String, _ input: String, _ result: Measurement, _ note: String) {
    let times = Double(result.peakMemory) / Double(max(1, result.bytes))
    printRow(
      what, input, short(result.megabytesPerSecond), short(Double(result.bytes) / max(result.best, 1e-9) / 1_000_000),
      "\(short(Double(result.peakMemory) / 1_000_000)) MB, \(short(times))x", note)
  }

  /// Two or three digits that mean something.
  static func short(_ number: Double) -> String {
    if number >= 99.5 { return String(Int(number.rounded())) }
    let tenths = Int((number * (number < 1 ? 1000 : 10)).rounded())
    let unit = number < 1 ? 1000 : 10
    let fraction = String(tenths % unit + unit).dropFirst()
    return "\(tenths / unit).\(fraction)"
  }
}
