import Testing

@testable import JobSpec

@Suite struct CronExpressionTests {
  @Test(arguments: [
    "* * * * *", "15 3 * * *", "*/15 0-5 1,15 JAN-MAR mon", "0 0 L * ?", "0 0 LW * *", "0 0 15W * *", "0 0 * * 5L",
    "0 0 * * 5#2", "@daily", "@Hourly", "0 12 * * * 2030", "30 0 12 * * * 2030", "0 0 * * 7", "5/10 * * * *",
    "0 0 * september Sunday", "  1   2 3 4 5 ", "1 2 3 4 5 * * extra",
  ])
  func `expressions that parse`(text: String) throws {
    _ = try CronExpression(text)
  }

  @Test(arguments: [
    ("every day", nil), ("", nil), ("@reboot", nil), ("0 25 * * *", "hour"), ("60 * * * *", "minute"),
    ("* * 0 * *", "day of month"), ("* * 32 * *", "day of month"), ("* * * 13 *", "month"),
    ("* * * * 8", "day of week"),
    ("5-1 * * * *", "minute"), ("*/0 * * * *", "minute"), ("1//2 * * * *", "minute"), (", * * * *", "minute"),
    ("* * * * * 1969", "year"), ("-1 * * * *", "minute"), ("0 0 * * 5#6", "day of week"),
  ])
  func `expressions that do not parse name the field`(text: String, field: String?) {
    let problem = #expect(throws: CronExpression.Problem.self) { try CronExpression(text) }
    #expect(problem?.field == field)
  }

  @Test(arguments: [
    ("15 3 * * *", "2024-02-28 03:15:00", "2024-02-29 03:15:00"),
    ("* * * * *", "2024-12-31 23:59:30", "2025-01-01 00:00:00"),
    ("0 0 L * *", "2024-02-01 00:00:00", "2024-02-29 00:00:00"),
    ("0 0 LW * *", "2024-06-01 00:00:00", "2024-06-28 00:00:00"),
    ("0 0 1W * *", "2024-05-31 00:00:00", "2024-06-03 00:00:00"),
    ("0 0 * * 5#2", "2024-06-01 00:00:00", "2024-06-14 00:00:00"),
    ("0 0 * * 5L", "2024-06-01 00:00:00", "2024-06-28 00:00:00"),
    ("0 0 13 * 5", "2024-06-08 00:00:00", "2024-06-13 00:00:00"),
    ("30 0 12 * * * *", "2024-06-08 12:00:29", "2024-06-08 12:00:30"),
    ("0 0 29 2 *", "2024-03-01 00:00:00", "2028-02-29 00:00:00"),
  ])
  func `next launch`(text: String, from: String, expected: String) throws {
    let next = try #require(try CronExpression(text).next(after: time(from)))
    #expect(next == time(expected))
  }

  @Test func `a day that no month has never comes`() throws {
    #expect(try CronExpression("0 0 31 2 *").next(after: time("2024-01-01 00:00:00")) == nil)
  }

  private func time(_ text: String) -> CalendarTime {
    let numbers = text.split(whereSeparator: { "-: ".contains($0) }).compactMap { Int($0) }
    return CalendarTime(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4], second: numbers[5])
  }
}
