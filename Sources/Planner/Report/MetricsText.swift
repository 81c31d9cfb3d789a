/// The lines in which Nomad's commands tell what became of the nodes (scheduler.md 7.2).
public enum MetricsText {
  /// One line for each counter, without indent and bullet. Nomad prints the lines of one kind in random order; here
  /// the largest count comes first, then the text.
  public static func lines(_ metrics: PlacementMetrics) -> [String] {
    var lines: [String] = []
    if metrics.nodesEvaluated == 0 { lines.append("No nodes were eligible for evaluation") }
    for (datacenter, count) in sorted(metrics.nodesAvailable) where count == 0 {
      lines.append("No nodes are available in datacenter \(quoted(datacenter))")
    }
    for (name, count) in sorted(metrics.classFiltered) {
      lines.append("Class \(quoted(name)): \(count) nodes excluded by filter")
    }
    for (reason, count) in sorted(metrics.constraintFiltered) {
      lines.append("Constraint \(quoted(reason)): \(count) nodes excluded by filter")
    }
    if metrics.nodesExhausted > 0 { lines.append("Resources exhausted on \(metrics.nodesExhausted) nodes") }
    for (name, count) in sorted(metrics.classExhausted) {
      lines.append("Class \(quoted(name)) exhausted on \(count) nodes")
    }
    for (dimension, count) in sorted(metrics.dimensionExhausted) {
      lines.append("Dimension \(quoted(dimension)) exhausted on \(count) nodes")
    }
    return lines
  }

  static func sorted(_ counts: [String: Int]) -> [(String, Int)] {
    counts.map { ($0.key, $0.value) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// A text as Go quotes it, which is how Nomad prints these names.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\u{0B}": result += "\\v"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\x" + hexadecimal(scalar.value, digits: 2)
      case _
      where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .unassigned || scalar.properties.generalCategory == .surrogate
        || scalar.properties.generalCategory == .privateUse || scalar.properties.generalCategory == .lineSeparator
        || scalar.properties.generalCategory == .paragraphSeparator
        || (scalar.properties.generalCategory == .spaceSeparator && scalar != " "):
        result +=
          scalar.value < 0x10000
          ? "\\u" + hexadecimal(scalar.value, digits: 4) : "\\U" + hexadecimal(scalar.value, digits: 8)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
