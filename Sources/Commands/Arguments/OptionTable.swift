/// One option as declared: reading, help and completion all come from here.
struct CommandOption: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// On or off: `-check`, `-write=false`.
    case flag(byDefault: Bool)
    /// Takes a value, shown in help under this name.
    case value(String, Completion)
    /// Takes one of some words; the first is the default.
    case choice([String])
  }

  var name: String
  var kind: Kind
  /// One line; lower case, no full stop.
  var summary: String
  var isRepeatable: Bool

  init(_ name: String, _ kind: Kind, _ summary: String, isRepeatable: Bool = false) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRepeatable = isRepeatable
  }

  /// The option as help shows it: `--var NAME=VALUE`.
  var heading: String {
    switch kind {
    case .flag(let isOn): isOn ? "--\(name)=false" : "--\(name)"
    case .value(let placeholder, _): "--\(name) \(placeholder)"
    case .choice(let words): "--\(name) \(words.joined(separator: "|"))"
    }
  }
}

/// The options of one command, in the order in which help shows them.
struct OptionTable: Sendable {
  var options: [CommandOption]

  init(_ options: [CommandOption]) { self.options = options }

  static func + (left: OptionTable, right: OptionTable) -> OptionTable { OptionTable(left.options + right.options) }

  subscript(name: String) -> CommandOption? { options.first { $0.name == name } }
}
