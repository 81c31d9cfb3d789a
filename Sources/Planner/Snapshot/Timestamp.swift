/// Times as the API writes them: `2026-01-05T10:00:00.5Z`.
enum Timestamp {
  /// Nanoseconds since 1970, or nil where the text is no such time or Go's zero time.
  static func nanoseconds(_ text: String) -> Int? {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 20, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      utf8[10] | 0x20 == UInt8(ascii: "t"), utf8[13] == UInt8(ascii: ":"), utf8[16] == UInt8(ascii: ":"),
      let year = number(utf8[0..<4]), let month = number(utf8[5..<7]), let day = number(utf8[8..<10]),
      let hour = number(utf8[11..<13]), let minute = number(utf8[14..<16]), let second = number(utf8[17..<19]),
      (1678...2261).contains(year), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    var index = 19
    var fraction = 0
    if utf8[index] == UInt8(ascii: ".") {
      index += 1
      var scale = 100_000_000
      while index < utf8.count, let digit = number(utf8[index..<(index + 1)]) {
        fraction += digit * scale
        scale /= 10
        index += 1
      }
    }
    guard index < utf8.count, let offset = offset(utf8[index...]) else { return nil }
    let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return seconds * 1_000_000_000 + fraction
  }

  /// Seconds east of Greenwich: `Z`, `+02:00`.
  private static func offset(_ utf8: ArraySlice<UInt8>) -> Int? {
    guard let first = utf8.first else { return nil }
    if utf8.count == 1 { return first | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    let start = utf8.startIndex
    guard utf8.count == 6, first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
      utf8[start + 3] == UInt8(ascii: ":"), let hours = number(utf8[(start + 1)..<(start + 3)]),
      let minutes = number(utf8[(start + 4)..<(start + 6)]), hours < 24, minutes < 60
    else { return nil }
    return (first == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  private static func number(_ utf8: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Days since 1970 in the Gregorian calendar: years begin in March, so that the leap day is their last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let century = year / 400
    let yearOfCentury = year - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return century * 146_097 + yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear - 719_468
  }
}
