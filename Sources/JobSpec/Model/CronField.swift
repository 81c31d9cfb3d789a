/// One field of a cron expression: its bounds and names, and how a list of values is read.
struct CronField: Sendable {
  var name: String
  var bounds: ClosedRange<Int>
  /// Names of the values, the first one standing for `firstNamed`; all lower case, short form first.
  var names: [(short: String, long: String)] = []
  var firstNamed = 0

  static let second = CronField(name: "second", bounds: 0...59)
  static let minute = CronField(name: "minute", bounds: 0...59)
  static let hour = CronField(name: "hour", bounds: 0...23)
  static let dayOfMonth = CronField(name: "day of month", bounds: 1...31)
  static let month = CronField(
    name: "month", bounds: 1...12,
    names: [
      ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may", "may"), ("jun", "june"),
      ("jul", "july"), ("aug", "august"), ("sep", "september"), ("oct", "october"), ("nov", "november"),
      ("dec", "december"),
    ], firstNamed: 1)
  static let dayOfWeek = CronField(
    name: "day of week", bounds: 0...7,
    names: [
      ("sun", "sunday"), ("mon", "monday"), ("tue", "tuesday"), ("wed", "wednesday"), ("thu", "thursday"),
      ("fri", "friday"), ("sat", "saturday"),
    ])
  static let year = CronField(name: "year", bounds: 1970...2099)

  /// Whether the field does not restrict anything.
  static func isEverything(_ text: String) -> Bool { text == "*" || text == "?" }

  static func items(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// A single value: a number within the bounds or a name.
  func number(_ text: String) -> Int? {
    if let index = names.firstIndex(where: { $0.short == text || $0.long == text }) { return firstNamed + index }
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = Int(text), bounds.contains(number)
    else { return nil }
    return number
  }

  /// All values of a comma list.
  func numbers(_ text: String) throws(CronExpression.Problem) -> Set<Int> {
    var result: Set<Int> = []
    for item in CronField.items(text) { result.formUnion(try numbers(ofItem: item)) }
    return result
  }

  /// The values of `*`, `?`, `a`, `a-b`, `*/n`, `a/n` or `a-b/n`.
  func numbers(ofItem item: String) throws(CronExpression.Problem) -> Set<Int> {
    let parts = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw problem(item) }
    var step = 1
    if parts.count == 2 {
      guard let written = Int(parts[1]), written >= 1, written <= bounds.upperBound else { throw problem(item) }
      step = written
    }
    if CronField.isEverything(parts[0]) {
      return Set(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
    }
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = number(ends[0]), ends.count <= 2 else { throw problem(item) }
    if ends.count == 1 {
      // `a/n` runs to the end of the field; `a` is one value.
      return parts.count == 1 ? [first] : Set(stride(from: first, through: bounds.upperBound, by: step))
    }
    guard let last = number(ends[1]), first <= last else { throw problem(item) }
    return Set(stride(from: first, through: last, by: step))
  }

  private func problem(_ item: String) -> CronExpression.Problem {
    let names =
      self.names.isEmpty
      ? "" : ", or \(self.names[0].short.uppercased()) to \(self.names[self.names.count - 1].short.uppercased())"
    return CronExpression.Problem(
      field: name, text: item, reason: "the \(name) takes \(bounds.lowerBound) to \(bounds.upperBound)\(names)")
  }
}
