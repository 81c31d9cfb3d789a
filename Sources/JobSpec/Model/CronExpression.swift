/// When a periodic job is launched: `15 3 * * MON-FRI`, `@daily`.
///
/// Five fields are minute, hour, day of month, month, day of week; a sixth is the year; with seven the first is the
/// second and the last the year. Further fields count for nothing.
public struct CronExpression: Sendable, Hashable {
  /// What cannot be read in an expression.
  public struct Problem: Error, Sendable, Hashable {
    /// The field's name; nil where the expression as a whole is at fault.
    public var field: String?
    /// What was written there.
    public var text: String
    /// What is wrong, and what the field takes.
    public var reason: String
  }

  /// The days of a month that are no fixed number.
  struct MonthDays: Sendable, Hashable {
    var days: Set<Int> = []
    /// `L`: the last day.
    var last = false
    /// `LW`: the last weekday.
    var lastWeekday = false
    /// `15W`: the weekday nearest to the 15th.
    var nearestWeekdays: Set<Int> = []
    var isRestricted = false
  }

  /// Days of the week, 0 for Sunday.
  struct WeekDays: Sendable, Hashable {
    var days: Set<Int> = []
    /// `5L`: the last Friday.
    var lastDays: Set<Int> = []
    /// `5#2`: the second Friday, as day * 8 + which.
    var numbered: Set<Int> = []
    var isRestricted = false
  }

  var seconds: [Int]
  var minutes: [Int]
  var hours: [Int]
  var monthDays: MonthDays
  var months: Set<Int>
  var weekDays: WeekDays
  /// Nil for every year.
  var years: [Int]?

  private static let macros: [(name: String, fields: String)] = [
    ("@yearly", "0 0 0 1 1 * *"), ("@annually", "0 0 0 1 1 * *"), ("@monthly", "0 0 0 1 * * *"),
    ("@weekly", "0 0 0 * * 0 *"), ("@daily", "0 0 0 * * * *"), ("@hourly", "0 0 * * * * *"),
  ]

  public init(_ text: String) throws(Problem) {
    let lowered = text.lowercased()
    let trimmed = lowered.utf8.split(whereSeparator: CronExpression.isBlank).map { String(decoding: $0, as: UTF8.self) }
    var fields = trimmed
    if trimmed.count == 1, let macro = CronExpression.macros.first(where: { $0.name == trimmed[0] }) {
      fields = macro.fields.split(separator: " ").map(String.init)
    } else if let first = trimmed.first, first.hasPrefix("@") {
      throw Problem(
        field: nil, text: first,
        reason: "the words known are \(CronExpression.macros.map(\.name).joined(separator: ", "))")
    }
    guard fields.count >= 5 else {
      throw Problem(
        field: nil, text: text,
        reason: "five fields are needed (minute, hour, day of month, month, day of week), found \(fields.count)")
    }
    if fields.count == 5 { fields.append("*") }
    if fields.count == 6 { fields.insert("0", at: 0) }
    seconds = try CronField.second.numbers(fields[0]).sorted()
    minutes = try CronField.minute.numbers(fields[1]).sorted()
    hours = try CronField.hour.numbers(fields[2]).sorted()
    monthDays = try CronExpression.monthDays(fields[3])
    months = try CronField.month.numbers(fields[4])
    weekDays = try CronExpression.weekDays(fields[5])
    years = CronField.isEverything(fields[6]) ? nil : try CronField.year.numbers(fields[6]).sorted()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  private static func monthDays(_ text: String) throws(Problem) -> MonthDays {
    var result = MonthDays(isRestricted: !CronField.isEverything(text))
    for item in CronField.items(text) {
      if item == "l" {
        result.last = true
      } else if item == "lw" || item == "wl" {
        result.lastWeekday = true
      } else if item.hasSuffix("w"), let day = CronField.dayOfMonth.number(String(item.dropLast())) {
        result.nearestWeekdays.insert(day)
      } else {
        result.days.formUnion(try CronField.dayOfMonth.numbers(ofItem: item))
      }
    }
    return result
  }

  private static func weekDays(_ text: String) throws(Problem) -> WeekDays {
    var result = WeekDays(isRestricted: !CronField.isEverything(text))
    for item in CronField.items(text) {
      let halves = item.split(separator: "#", omittingEmptySubsequences: false)
      if item.count > 1, item.hasSuffix("l"), let day = CronField.dayOfWeek.number(String(item.dropLast())) {
        result.lastDays.insert(day % 7)
      } else if halves.count == 2, let day = CronField.dayOfWeek.number(String(halves[0])),
        let which = Int(halves[1]), (1...5).contains(which)
      {
        result.numbered.insert(day % 7 * 8 + which)
      } else {
        // Sunday is both 0 and 7.
        result.days.formUnion(try CronField.dayOfWeek.numbers(ofItem: item).map { $0 % 7 })
      }
    }
    return result
  }
}
