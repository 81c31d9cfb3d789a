/// Numbers as reports print them, without the help of any library.
enum NumberWords {
  /// A number with a fixed count of digits after the point, halves away from zero: `-0.457`.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "n/a" : value < 0 ? "-inf" : "inf" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled)
    let unit = Int(scale)
    var fraction = String(whole % unit)
    while fraction.utf8.count < digits { fraction = "0" + fraction }
    let sign = value < 0 && whole > 0 ? "-" : ""
    return digits == 0 ? "\(sign)\(whole)" : "\(sign)\(whole / unit).\(fraction)"
  }
}

/// Lengths of time as Go prints them.
enum DurationWords {
  /// `30s`, `1m30s`, `2h0m0s`; parts of a second as a decimal fraction.
  static func text(nanoseconds: Int) -> String {
    let seconds = nanoseconds / 1_000_000_000
    let rest = nanoseconds % 1_000_000_000
    var text = ""
    if seconds >= 3600 { text += "\(seconds / 3600)h" }
    if seconds >= 60 { text += "\(seconds % 3600 / 60)m" }
    var fraction = ""
    if rest != 0 {
      fraction = String(abs(rest))
      while fraction.utf8.count < 9 { fraction = "0" + fraction }
      while fraction.last == "0" { fraction.removeLast() }
      fraction = "." + fraction
    }
    return text + "\(seconds % 60)\(fraction)s"
  }
}
