import HCLParser

/// What was typed after a command, sorted by its option table.
struct ParsedArguments: Sendable {
  /// Everything that is neither an option nor its value, in order.
  var operands: [String] = []
  fileprivate var values: [String: [String]] = [:]
  fileprivate var flags: [String: Bool] = [:]

  /// Whether a flag is on; its default where it was not given.
  func isOn(_ option: CommandOption) -> Bool {
    if let value = flags[option.name] { return value }
    if case .flag(let isOn) = option.kind { return isOn }
    return false
  }

  /// Whether the option was given at all.
  func has(_ option: CommandOption) -> Bool { flags[option.name] != nil || values[option.name] != nil }

  /// All values of a repeatable option, in order.
  func values(_ option: CommandOption) -> [String] { values[option.name] ?? [] }

  /// The value, of several the last; for a choice its default where none was given.
  func value(_ option: CommandOption) -> String? {
    if let last = values[option.name]?.last { return last }
    if case .choice(let words) = option.kind { return words.first }
    return nil
  }

  /// A whole number not below zero.
  func count(_ option: CommandOption) throws(Misuse) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw Misuse("flag \"--\(option.name)\" takes a whole number, not \"\(text)\"")
    }
    return number
  }

  /// A moment as RFC 3339 writes it, in nanoseconds since 1970.
  func moment(_ option: CommandOption) throws(Misuse) -> Int? {
    guard let text = value(option) else { return nil }
    guard let time = Timestamp(text), (0...9_000_000_000).contains(time.seconds) else {
      throw Misuse("flag \"--\(option.name)\" takes a time such as \"2026-01-31T02:00:00Z\", not \"\(text)\"")
    }
    return Int(time.seconds * 1_000_000_000 + time.nanoseconds)
  }
}

/// Reads arguments as Nomad's users type them: one dash or two, `=` or a space before the value, `--` ends the options,
/// `-` is standard input.
struct ArgumentReader {
  var table: OptionTable

  func read(_ arguments: some Sequence<String>) throws(Misuse) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        parsed.operands += rest
        break
      }
      guard argument.utf8.first == UInt8(ascii: "-"), argument.utf8.count > 1 else {
        parsed.operands.append(argument)
        continue
      }
      try read(flag: argument, &rest, into: &parsed)
    }
    return parsed
  }

  private func read(flag argument: String, _ rest: inout ArraySlice<String>, into parsed: inout ParsedArguments)
    throws(Misuse)
  {
    let text = argument.drop { $0 == "-" }
    guard argument.utf8.count - text.utf8.count <= 2 else { throw unknown(argument) }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if name == "help" || name == "h" { throw Misuse.helpWanted }
    guard let option = table[name] else { throw unknown(argument) }

    switch option.kind {
    case .flag:
      guard let value = Self.truth(attached ?? "true") else {
        throw Misuse("flag \"--\(name)\" takes \"true\" or \"false\", not \"\(attached ?? "")\"")
      }
      parsed.flags[name] = value
    case .value(let placeholder, _):
      guard let value = attached ?? rest.popFirst() else {
        throw Misuse("flag \"--\(name)\" needs a value: \(placeholder)")
      }
      parsed.values[name, default: []].append(value)
    case .choice(let words):
      guard let value = attached ?? rest.popFirst() else {
        throw Misuse("flag \"--\(name)\" needs a value: \(words.joined(separator: ", "))")
      }
      guard words.contains(value) else {
        throw Misuse(
          "flag \"--\(name)\" takes \(Self.alternatives(words)), not \"\(value)\"",
          hint: NameSuggestion.nearest(to: value, among: words).map { "did you mean \"\($0)\"?" } ?? "")
      }
      parsed.values[name, default: []].append(value)
    }
  }

  private func unknown(_ argument: String) -> Misuse {
    let name = argument.drop { $0 == "-" }.prefix { $0 != "=" }
    let nearest = NameSuggestion.nearest(to: String(name), among: table.options.map(\.name))
    return Misuse("unknown flag \"\(argument)\"", hint: nearest.map { "did you mean \"--\($0)\"?" } ?? "")
  }

  /// The spellings of a truth value that Go's flags take.
  private static func truth(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: nil
    }
  }

  private static func alternatives(_ words: [String]) -> String {
    let quoted = words.map { "\"\($0)\"" }
    return quoted.count < 2 ? quoted.joined() : quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
  }
}
