/// A number laid out the way Go's verbs lay numbers out.
struct NumberFormat {
  private let number: Number

  init(_ number: Number) { self.number = number }

  /// The number as a number verb wants it, or why it has no such form.
  func text(by verb: FormatFunction.Verb) -> Result<String, FunctionFailure> {
    let isWholeVerb = "bdoxX".unicodeScalars.contains(verb.letter)
    if isWholeVerb, !number.isWhole { return .failure(FunctionFailure("an integer is required")) }
    var body: String
    // Zeros go between it and the digits.
    var prefix = ""
    var padsWithZeros = verb.hasZero
    if number.isInfinite {
      body = "Inf"
      padsWithZeros = false
    } else {
      guard let exact = number.exactDecimal else { return .failure(FunctionFailure("the number is too long")) }
      switch verb.letter {
      case "f": body = exact.plain(fractionDigits: verb.precision ?? 6)
      case "e", "E": body = exponential(exact, places: verb.precision ?? 6, mark: verb.letter)
      case "g", "G":
        let mark: Unicode.Scalar = verb.letter == "g" ? "e" : "E"
        body = verb.precision.map { general(exact, digits: $0, mark: mark) } ?? shortest(mark)
      default:
        body = whole(exact, verb: verb.letter)
        if let precision = verb.precision {
          padsWithZeros = false
          if precision == 0, number.isZero { body = "" }
          body = String(repeating: "0", count: max(0, precision - body.utf8.count)) + body
        }
        if verb.hasSharp { prefix = self.prefix(of: verb.letter) }
      }
    }
    // Whole numbers have no negative zero.
    let isNegative = number.isNegative && !(isWholeVerb && number.isZero)
    let sign = (isNegative ? "-" : verb.hasPlus || number.isInfinite ? "+" : verb.hasSpace ? " " : "") + prefix
    let missing = max(0, (verb.width ?? 0) - body.utf8.count - sign.utf8.count)
    if verb.hasMinus { return .success(sign + body + String(repeating: " ", count: missing)) }
    if padsWithZeros { return .success(sign + String(repeating: "0", count: missing) + body) }
    return .success(String(repeating: " ", count: missing) + sign + body)
  }

  /// The form of `%v`: the shortest digits that name the number, with its sign.
  var shortestText: String {
    if number.isInfinite { return number.isNegative ? "-Inf" : "+Inf" }
    return (number.isNegative ? "-" : "") + shortest("e")
  }

  /// The ten first digits, by which sets order the lists that hold a number.
  var orderingText: String {
    if number.isInfinite { return number.isNegative ? "-Inf" : "+Inf" }
    guard let exact = number.exactDecimal else { return number.description }
    return (number.isNegative ? "-" : "") + general(exact, digits: 10, mark: "e")
  }

  /// An exponent below -4 or above 5 is written out, however many digits the number has.
  private func shortest(_ mark: Unicode.Scalar) -> String {
    guard let decimal = number.shortestDecimal else { return number.magnitude.description }
    let exponent = decimal.digits.isEmpty ? 0 : decimal.point - 1
    if exponent < -4 || exponent >= 6 {
      return exponential(decimal, places: max(0, decimal.digits.count - 1), mark: mark)
    }
    return decimal.plain()
  }

  private func general(_ exact: Number.Decimal, digits precision: Int, mark: Unicode.Scalar) -> String {
    var decimal = exact
    let wanted = max(1, precision)
    decimal.round(to: wanted)
    let exponent = decimal.digits.isEmpty ? 0 : decimal.point - 1
    let holdsWhole = wanted > decimal.digits.count && decimal.digits.count >= decimal.point
    let bound = holdsWhole ? max(1, decimal.digits.count) : wanted
    if exponent < -4 || exponent >= bound {
      return exponential(decimal, places: max(0, decimal.digits.count - 1), mark: mark)
    }
    return decimal.plain()
  }

  private func exponential(_ exact: Number.Decimal, places: Int, mark: Unicode.Scalar) -> String {
    var decimal = exact
    decimal.round(to: places + 1)
    func digit(_ index: Int) -> UInt8 { 48 + (index < decimal.digits.count ? decimal.digits[index] : 0) }
    var result = [digit(0)]
    if places > 0 {
      result.append(UInt8(ascii: "."))
      for place in 1...places { result.append(digit(place)) }
    }
    let exponent = decimal.digits.isEmpty ? 0 : decimal.point - 1
    let figures = String(abs(exponent))
    let text = (exponent < 0 ? "-" : "+") + (figures.utf8.count < 2 ? "0" : "") + figures
    return String(decoding: result, as: UTF8.self) + String(mark) + text
  }

  private func prefix(of letter: Unicode.Scalar) -> String {
    switch letter {
    case "b": "0b"
    case "o": "0"
    case "x": "0x"
    case "X": "0X"
    default: ""
    }
  }

  /// The whole value in the base of a verb, without sign.
  private func whole(_ exact: Number.Decimal, verb letter: Unicode.Scalar) -> String {
    let bits: UInt32
    switch letter {
    case "b": bits = 1
    case "o": bits = 3
    case "x", "X": bits = 4
    default: return exact.plain()
    }
    // Decimal digits go into a row of 32-bit words, lowest first.
    var words: [UInt32] = []
    for place in 0..<max(0, exact.point) {
      var carry = place < exact.digits.count ? UInt64(exact.digits[place]) : 0
      for index in words.indices {
        carry += UInt64(words[index]) * 10
        words[index] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      if carry > 0 { words.append(UInt32(carry)) }
    }
    var figures: [UInt8] = []
    let alphabet = Array((letter == "X" ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    while let last = words.last {
      if last == 0 {
        words.removeLast()
        continue
      }
      var remainder: UInt32 = 0
      for index in words.indices.reversed() {
        let low = words[index] & ((1 << bits) - 1)
        words[index] = words[index] >> bits | remainder << (32 - bits)
        remainder = low
      }
      figures.append(alphabet[Int(remainder)])
    }
    return figures.isEmpty ? "0" : String(decoding: figures.reversed(), as: UTF8.self)
  }
}
