/// A time of the calendar, in no time zone.
public struct CalendarTime: Sendable, Hashable, Comparable {
  /// Of the Gregorian calendar.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31, as the month has it.
  public var day: Int
  /// 0 to 23.
  public var hour: Int
  /// 0 to 59.
  public var minute: Int
  /// 0 to 59.
  public var second: Int

  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  public static func < (left: CalendarTime, right: CalendarTime) -> Bool {
    (left.year * 16 + left.month, left.day, left.hour, left.minute, left.second)
      < (right.year * 16 + right.month, right.day, right.hour, right.minute, right.second)
  }

  /// 0 for Sunday.
  static func dayOfWeek(year: Int, month: Int, day: Int) -> Int {
    // Sakamoto's method for the Gregorian calendar.
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
  }

  static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension CronExpression {
  /// The first launch strictly after `time`, in the job's own time zone; nil where there is none until 2099.
  ///
  /// Local hours that a change of the clock skips are for the caller to step over.
  public func next(after time: CalendarTime) -> CalendarTime? {
    guard time.year >= 1, time.year <= 2099 else { return nil }
    for year in max(time.year, 1970)...2099 {
      if let years, !years.contains(year) { continue }
      for month in 1...12 where months.contains(month) {
        if year == time.year, month < time.month { continue }
        for day in days(year: year, month: month) {
          let isToday = year == time.year && month == time.month && day == time.day
          if year == time.year, month == time.month, day < time.day { continue }
          let clock = firstClock(after: isToday ? (time.hour, time.minute, time.second) : (0, 0, -1))
          guard let clock else { continue }
          return CalendarTime(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second)
        }
      }
    }
    return nil
  }

  /// The first time of day strictly after the given one.
  private func firstClock(after clock: (hour: Int, minute: Int, second: Int)) -> (hour: Int, minute: Int, second: Int)?
  {
    for hour in hours where hour >= clock.hour {
      for minute in minutes where hour > clock.hour || minute >= clock.minute {
        for second in seconds where hour > clock.hour || minute > clock.minute || second > clock.second {
          return (hour, minute, second)
        }
      }
    }
    return nil
  }

  /// The days of a month on which the expression fires, ascending.
  ///
  /// Where both day fields are restricted either may match.
  func days(year: Int, month: Int) -> [Int] {
    let count = CalendarTime.daysInMonth(year: year, month: month)
    let first = CalendarTime.dayOfWeek(year: year, month: month, day: 1)
    return (1...count).filter { day in
      let weekDay = (first + day - 1) % 7
      let byMonth = matches(day: day, of: count, firstWeekDay: first)
      let byWeek =
        weekDays.days.contains(weekDay) || (weekDays.lastDays.contains(weekDay) && day + 7 > count)
        || weekDays.numbered.contains(weekDay * 8 + (day + 6) / 7)
      switch (monthDays.isRestricted, weekDays.isRestricted) {
      case (true, true): return byMonth || byWeek
      case (true, false): return byMonth
      case (false, true): return byWeek
      case (false, false): return true
      }
    }
  }

  private func matches(day: Int, of count: Int, firstWeekDay first: Int) -> Bool {
    if monthDays.days.contains(day) || (monthDays.last && day == count) { return true }
    if monthDays.lastWeekday, day == nearestWeekday(to: count, of: count, firstWeekDay: first) { return true }
    return monthDays.nearestWeekdays.contains {
      $0 <= count && day == nearestWeekday(to: $0, of: count, firstWeekDay: first)
    }
  }

  /// The weekday nearest to a day, within the same month.
  private func nearestWeekday(to day: Int, of count: Int, firstWeekDay first: Int) -> Int {
    switch (first + day - 1) % 7 {
    case 6: return day == 1 ? 3 : day - 1
    case 0: return day == count ? day - 2 : day + 1
    default: return day
    }
  }
}
