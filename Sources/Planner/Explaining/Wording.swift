import HCLParser

/// Small parts of sentences.
enum Wording {
  /// `1 node`, `3 nodes`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], joint: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  /// Names of nodes, a few of many: `n1, n2, n3 and 4 more`.
  static func names(_ names: [String], limit: Int = 5) -> String {
    guard names.count > limit else { return list(names) }
    return names.prefix(limit - 1).joined(separator: ", ") + " and \(names.count - limit + 1) more"
  }

  /// Nomad's text of a constraint without a value ends in a blank.
  static func trimmed(_ constraint: String) -> String {
    constraint.hasSuffix(" ") ? String(constraint.dropLast()) : constraint
  }

  /// The name that was probably meant: the same in other letters, else the nearest spelling.
  static func nearest(to name: String, among names: [String]) -> String? {
    let lowercase = name.lowercased()
    return names.first { $0 != name && $0.lowercased() == lowercase } ?? NameSuggestion.nearest(to: name, among: names)
  }

  /// A rejection in few words: what it lacks.
  static func short(_ rejection: Rejection) -> String {
    if let needed = rejection.needed, let available = rejection.available,
      [.cpu, .memory, .disk, .cores].contains(rejection.stage)
    {
      let unit = unit(of: rejection.stage)
      return "\(rejection.stage.rawValue): needs \(needed)\(unit), has \(available)\(unit) free"
    }
    if rejection.detail.isEmpty { return rejection.reason }
    if rejection.stage == .constraint { return "\(rejection.reason) (\(rejection.detail))" }
    return rejection.detail
  }

  /// The unit of an amount, with the blank before it.
  static func unit(of stage: Rejection.Stage) -> String {
    switch stage {
    case .cpu: " MHz"
    case .memory, .disk: " MB"
    default: ""
    }
  }
}

extension ConstraintTarget {
  /// What a machine is built as. Who asks for another kind means it: a value spelt nearly alike is no advice.
  var isFixed: Bool {
    if case .attribute(let key) = kind { ["cpu.arch", "kernel.name", "kernel.arch"].contains(key) } else { false }
  }
}
