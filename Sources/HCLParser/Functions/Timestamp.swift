/// A moment with the offset of the zone it is told in, as RFC 3339 writes it.
package struct Timestamp: Sendable {
  /// Since the start of 1970, UTC.
  package var seconds: Int64
  /// 0 up to a second.
  package var nanoseconds: Int64
  /// Of the zone, in seconds east of UTC.
  var offset: Int64

  /// Nil where the text is no moment: `2024-02-29T13:05:09Z`, with fractions of a second or none, `Z` or an offset.
  package init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("T"), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
    else { return nil }
    nanoseconds = 0
    if reader.take(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    offset = 0
    if !reader.take("Z") {
      let isWest = reader.take("-")
      guard isWest || reader.take("+"), let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
    }
    guard reader.isAtEnd, (1...12).contains(month), day >= 1, day <= Timestamp.days(in: month, of: year), hour < 24,
      minute < 60, second < 60
    else { return nil }
    seconds =
      Timestamp.days(before: year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  /// A moment in UTC, as an RFC 3339 text.
  package static func text(nanoseconds: Int) -> String {
    var moment = Timestamp.start
    moment.seconds = Int64(nanoseconds / 1_000_000_000)
    moment.nanoseconds = Int64(max(0, nanoseconds % 1_000_000_000))
    return moment.description
  }

  /// The start of 1970.
  private static let start = Timestamp(seconds: 0, nanoseconds: 0, offset: 0)

  private init(seconds: Int64, nanoseconds: Int64, offset: Int64) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.offset = offset
  }

  mutating func add(_ duration: Duration) {
    let total = nanoseconds + duration.nanoseconds % 1_000_000_000
    let carry: Int64 = total < 0 ? -1 : total / 1_000_000_000
    nanoseconds = total - carry * 1_000_000_000
    seconds += duration.nanoseconds / 1_000_000_000 + carry
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
      position += 1
      return true
    }

    private mutating func digit() -> Int64? {
      guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
      position += 1
      return Int64(bytes[position - 1] - 0x30)
    }

    mutating func number(_ count: Int) -> Int64? {
      var value: Int64 = 0
      for _ in 0..<count {
        guard let digit = digit() else { return nil }
        value = value * 10 + digit
      }
      return value
    }

    /// Digits after the point, in nanoseconds; further ones do not count.
    mutating func fraction() -> Int64? {
      guard var value = digit() else { return nil }
      var count = 1
      while let digit = digit() {
        if count < 9 { value = value * 10 + digit }
        count = min(count + 1, 9)
      }
      for _ in count..<9 { value *= 10 }
      return value
    }
  }

  private static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from the start of 1970 to a date of the Gregorian calendar. Years begin in March here, so that the leap day
  /// comes last.
  private static func days(before year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The parts of the moment in its zone.
  var parts: Parts {
    let local = seconds + offset
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    let second = local - day * 86_400
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    // The first day of 1970 was a Thursday.
    let weekday = ((day + 4) % 7 + 7) % 7
    return Parts(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1,
      weekday: weekday, hour: second / 3_600, minute: second / 60 % 60, second: second % 60)
  }

  struct Parts {
    var year, month, day: Int64
    /// 0 is Sunday.
    var weekday: Int64
    var hour, minute, second: Int64
  }

  /// The zone as `+02:00`, with another separator or none.
  func zone(separator: String) -> String {
    let minutes = abs(offset) / 60
    return (offset < 0 ? "-" : "+") + Timestamp.padded(minutes / 60, 2) + separator + Timestamp.padded(minutes % 60, 2)
  }

  static func padded(_ value: Int64, _ width: Int) -> String {
    let figures = String(abs(value))
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - figures.utf8.count)) + figures
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 without fractions, as Go prints it.
  package var description: String {
    let parts = parts
    let date = [Self.padded(parts.year, 4), Self.padded(parts.month, 2), Self.padded(parts.day, 2)]
    let time = [parts.hour, parts.minute, parts.second].map { Self.padded($0, 2) }
    return date.joined(separator: "-") + "T" + time.joined(separator: ":") + (offset == 0 ? "Z" : zone(separator: ":"))
  }
}
