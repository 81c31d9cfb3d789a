import HCLParser
import JobSpec

extension Job {
  /// When a periodic job would be launched first after a moment, both in nanoseconds since 1970; nil where it is not
  /// launched by time alone, and where its zone is not UTC, whose rules nobody tells here.
  func nextLaunch(after now: Int) -> Int? {
    guard let periodic, periodic.enabled ?? true, parameterized == nil else { return nil }
    guard ["", "UTC", "Etc/UTC"].contains(periodic.timeZone ?? "") else { return nil }
    let parts = Timestamp.text(nanoseconds: now).split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard parts.count == 6 else { return nil }
    let moment = CalendarTime(
      year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    let launches = ([periodic.cron].compactMap { $0 } + (periodic.crons ?? [])).compactMap { text in
      (try? CronExpression(text))?.next(after: moment)
    }
    guard let first = launches.min() else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(first.year)-\(two(first.month))-\(two(first.day))"
    let time = "\(two(first.hour)):\(two(first.minute)):\(two(first.second))"
    guard let launch = Timestamp("\(date)T\(time)Z") else { return nil }
    let (product, overflow) = launch.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? nil : Int(clamping: product)
  }
}
