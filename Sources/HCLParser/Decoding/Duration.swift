/// A span of time in whole nanoseconds, read and printed as Go does: `1h30m0s`. `reference/jobspec.md` section 3.3.
///
/// Arithmetic stops at the ends of the range instead of overflowing.
public struct Duration: Sendable, Hashable {
  /// The whole span.
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// No time at all.
  public static let zero = Duration(nanoseconds: 0)
  /// The least span.
  public static let nanosecond = Duration(nanoseconds: 1)
  /// 1,000 ns.
  public static let microsecond = Duration(nanoseconds: 1_000)
  /// 1,000,000 ns.
  public static let millisecond = Duration(nanoseconds: 1_000_000)
  /// 1,000,000,000 ns.
  public static let second = Duration(nanoseconds: 1_000_000_000)
  /// 60 s.
  public static let minute = Duration(nanoseconds: 60_000_000_000)
  /// 60 min.
  public static let hour = Duration(nanoseconds: 3_600_000_000_000)

  /// So many milliseconds.
  public static func milliseconds(_ count: Int) -> Duration { millisecond * count }
  /// So many seconds.
  public static func seconds(_ count: Int) -> Duration { second * count }
  /// So many minutes.
  public static func minutes(_ count: Int) -> Duration { minute * count }
  /// So many hours.
  public static func hours(_ count: Int) -> Duration { hour * count }

  /// The span in seconds, as near as a `Double` comes.
  public var inSeconds: Double { Double(nanoseconds) / 1e9 }

  /// The sum, or the nearest span that 64 bits of nanoseconds hold.
  public static func + (left: Duration, right: Duration) -> Duration {
    let (sum, overflow) = left.nanoseconds.addingReportingOverflow(right.nanoseconds)
    return Duration(nanoseconds: overflow ? (left.nanoseconds < 0 ? .min : .max) : sum)
  }

  /// The difference, or the nearest span that 64 bits of nanoseconds hold.
  public static func - (left: Duration, right: Duration) -> Duration {
    let (difference, overflow) = left.nanoseconds.subtractingReportingOverflow(right.nanoseconds)
    return Duration(nanoseconds: overflow ? (left.nanoseconds < 0 ? .min : .max) : difference)
  }

  /// The span so many times, or the nearest one that 64 bits of nanoseconds hold.
  public static func * (left: Duration, factor: Int) -> Duration {
    let (product, overflow) = left.nanoseconds.multipliedReportingOverflow(by: Int64(factor))
    return Duration(nanoseconds: overflow ? ((left.nanoseconds < 0) == (factor < 0) ? .max : .min) : product)
  }
}

extension Duration: Comparable {
  public static func < (left: Duration, right: Duration) -> Bool { left.nanoseconds < right.nanoseconds }
}

extension Duration: CustomStringConvertible {
  /// Go's form: `0s`, `1.5s`, `500ms`, `1h30m0s`.
  public var description: String {
    guard nanoseconds != 0 else { return "0s" }
    let sign = nanoseconds < 0 ? "-" : ""
    let total = nanoseconds.magnitude
    if total < 1_000 { return "\(sign)\(total)ns" }
    if total < 1_000_000 { return sign + Duration.decimal(total, unit: 1_000) + "µs" }
    if total < 1_000_000_000 { return sign + Duration.decimal(total, unit: 1_000_000) + "ms" }
    let (minutes, rest) = total.quotientAndRemainder(dividingBy: 60_000_000_000)
    let seconds = Duration.decimal(rest, unit: 1_000_000_000) + "s"
    if minutes == 0 { return sign + seconds }
    let (hours, minutesLeft) = minutes.quotientAndRemainder(dividingBy: 60)
    return hours == 0 ? "\(sign)\(minutesLeft)m\(seconds)" : "\(sign)\(hours)h\(minutesLeft)m\(seconds)"
  }

  /// `count / unit` with as many decimals as it has.
  private static func decimal(_ count: UInt64, unit: UInt64) -> String {
    let (whole, fraction) = count.quotientAndRemainder(dividingBy: unit)
    guard fraction != 0 else { return String(whole) }
    var digits = String(fraction)
    let width = String(unit).utf8.count - 1
    digits = String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
