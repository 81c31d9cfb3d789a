/// Functions of moments. None of them asks a clock.
enum DateFunctions {
  static let all: [Function] = [
    Function(
      "formatdate", [.string("format"), .string("time")], returns: .string,
      "A moment in a layout made of words such as YYYY, MM, DD, hh, mm, ss.", formatDate),
    Function(
      "timeadd", [.string("timestamp"), .string("duration")], returns: .string,
      "The moment some time after (or before) another."
    ) { (arguments) throws(FunctionFailure) in
      var timestamp = try timestamp(arguments, 0)
      switch Duration.parse(arguments.text(1)) {
      case .success(let duration): timestamp.add(duration)
      case .failure:
        throw FunctionFailure("time: invalid duration \"\(arguments.text(1))\"", argument: 1)
      }
      return .string(timestamp.description)
    },
  ]

  private static func timestamp(_ arguments: Arguments, _ index: Int) throws(FunctionFailure) -> Timestamp {
    guard let timestamp = Timestamp(arguments.text(index)) else {
      throw FunctionFailure(
        "not a valid RFC3339 timestamp: \"\(arguments.text(index))\" is not of the form 2006-01-02T15:04:05Z",
        argument: index)
    }
    return timestamp
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private static func formatDate(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let timestamp = try timestamp(arguments, 1)
    let layout = Array(arguments.text(0).unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < layout.count {
      let scalar = layout[position]
      if scalar == "'" {
        result.append(contentsOf: try quoted(layout, &position))
      } else if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
        var end = position
        while end < layout.count, layout[end] == scalar { end += 1 }
        result.append(contentsOf: try word(scalar, count: end - position, of: timestamp).unicodeScalars)
        position = end
      } else {
        result.append(scalar)
        position += 1
      }
    }
    return .string(String(result))
  }

  /// Text in quotes, in which two of them stand for one; two with nothing between them are one too. A quote that ends
  /// the layout closes the text, even where it is the second of two.
  private static func quoted(
    _ layout: [Unicode.Scalar], _ position: inout Int
  ) throws(FunctionFailure) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    position += 1
    if position < layout.count, layout[position] == "'" {
      position += 1
      return ["'"]
    }
    while position < layout.count {
      let scalar = layout[position]
      position += 1
      if scalar == "'" {
        guard position < layout.count, layout[position] == "'" else { return text }
        position += 1
        if position == layout.count { return text + ["'"] }
      }
      text.append(scalar)
    }
    throw FunctionFailure("unterminated literal '", argument: 0)
  }

  private static func word(
    _ letter: Unicode.Scalar, count: Int, of timestamp: Timestamp
  ) throws(FunctionFailure) -> String {
    let parts = timestamp.parts
    func refusal(_ expected: String) -> FunctionFailure {
      let word = String(repeating: String(letter), count: min(count, 20))
      return FunctionFailure("invalid date format verb \"\(word)\": \(expected)", argument: 0)
    }
    func number(_ value: Int64, _ name: String) throws(FunctionFailure) -> String {
      guard count <= 2 else { throw refusal("\(name) must either be \"\(letter)\" or \"\(letter)\(letter)\"") }
      return Timestamp.padded(value, count)
    }
    switch letter {
    case "Y":
      guard count == 2 || count == 4 else { throw refusal("year must either be \"YY\" or \"YYYY\"") }
      return Timestamp.padded(count == 4 ? parts.year : abs(parts.year) % 100, count)
    case "M":
      guard count <= 4 else { throw refusal("month must be \"M\", \"MM\", \"MMM\", or \"MMMM\"") }
      let name = months[Int(parts.month) - 1]
      return count == 4 ? name : count == 3 ? String(name.prefix(3)) : Timestamp.padded(parts.month, count)
    case "D": return try number(parts.day, "day of month")
    case "E":
      guard count == 3 || count == 4 else { throw refusal("day of week must either be \"EEE\" or \"EEEE\"") }
      let name = weekdays[Int(parts.weekday)]
      return count == 4 ? name : String(name.prefix(3))
    case "h": return try number(parts.hour, "24-hour")
    case "H": return try number(parts.hour % 12 == 0 ? 12 : parts.hour % 12, "12-hour")
    case "A", "a":
      guard count == 2 else { throw refusal("must be \"\(letter)\(letter)\"") }
      let isMorning = parts.hour < 12
      return letter == "A" ? (isMorning ? "AM" : "PM") : (isMorning ? "am" : "pm")
    case "m": return try number(parts.minute, "minute")
    case "s": return try number(parts.second, "second")
    case "Z":
      switch count {
      case 1: return timestamp.offset == 0 ? "Z" : timestamp.zone(separator: ":")
      case 3: return timestamp.offset == 0 ? "UTC" : timestamp.zone(separator: "")
      case 4: return timestamp.zone(separator: "")
      case 5: return timestamp.zone(separator: ":")
      default: throw refusal("timezone must be Z, ZZZ, ZZZZ, or ZZZZZ")
      }
    default: throw refusal("text that is no date word must stand in quotes ''")
    }
  }
}
