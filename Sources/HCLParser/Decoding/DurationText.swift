/// Why a text is no duration.
public enum DurationFailure: Error, Sendable, Hashable {
  case empty
  /// A number without a unit: what it probably was.
  case missingUnit(number: String)
  case unknownUnit(String)
  case notANumber
  case outOfRange
}

extension Duration {
  private static let units: [(text: String, length: Duration)] = [
    ("ns", .nanosecond), ("us", .microsecond), ("µs", .microsecond), ("μs", .microsecond), ("ms", .millisecond),
    ("s", .second), ("m", .minute), ("h", .hour),
  ]

  /// Reads Go's form: an optional sign, then decimal numbers, each with a unit; `0` alone needs none. No blanks, no days.
  public static func parse(_ text: some StringProtocol) -> Result<Duration, DurationFailure> {
    var rest = Array(text.utf8)[...]
    guard let first = rest.first else { return .failure(.empty) }
    let isNegative = first == UInt8(ascii: "-")
    if isNegative || first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual([UInt8(ascii: "0")]) { return .success(.zero) }
    guard !rest.isEmpty else { return .failure(.notANumber) }
    var total: UInt64 = 0
    // One more is allowed below zero than above; Go takes it for the text of the smallest span.
    let limit = UInt64(Int64.max) + (isNegative ? 1 : 0)
    while !rest.isEmpty {
      switch part(&rest) {
      case .failure(let failure): return .failure(failure)
      case .success(let length):
        let (sum, overflow) = total.addingReportingOverflow(length)
        guard !overflow, sum <= limit else { return .failure(.outOfRange) }
        total = sum
      }
    }
    if isNegative {
      return .success(Duration(nanoseconds: total > UInt64(Int64.max) ? .min : -Int64(total)))
    }
    return .success(Duration(nanoseconds: Int64(total)))
  }

  /// Takes one number with its unit off `rest` and returns it in nanoseconds.
  private static func part(_ rest: inout ArraySlice<UInt8>) -> Result<UInt64, DurationFailure> {
    let number = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    let pieces = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard pieces.count <= 2, pieces.contains(where: { !$0.isEmpty }) else { return .failure(.notANumber) }
    rest = rest[number.endIndex...]
    let word = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    guard !word.isEmpty else { return .failure(.missingUnit(number: String(decoding: number, as: UTF8.self))) }
    guard let unit = units.first(where: { $0.text.utf8.elementsEqual(word) })?.length.nanoseconds else {
      return .failure(.unknownUnit(String(decoding: word, as: UTF8.self)))
    }
    rest = rest[word.endIndex...]
    var whole: UInt64 = 0
    for digit in pieces[0] {
      let (scaled, scaledOverflow) = whole.multipliedReportingOverflow(by: 10)
      let (next, overflow) = scaled.addingReportingOverflow(UInt64(digit & 0x0F))
      guard !scaledOverflow, !overflow, next <= 1 << 63 else { return .failure(.outOfRange) }
      whole = next
    }
    let (length, overflow) = whole.multipliedReportingOverflow(by: UInt64(unit))
    guard !overflow, length <= 1 << 63 else { return .failure(.outOfRange) }
    guard pieces.count == 2 else { return .success(length) }
    // Digits beyond the resolution are cut, as Go cuts them; 18 digits fit without overflow.
    var fraction: UInt64 = 0
    var scale = 1.0
    for digit in pieces[1].prefix(18) {
      fraction = fraction * 10 + UInt64(digit & 0x0F)
      scale *= 10
    }
    return .success(length &+ UInt64(Double(fraction) * (Double(unit) / scale)))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
