public import HCLParser

// What the readers of snapshots say.

extension RuleID {
  /// A field of a snapshot holds a value of the wrong type or size.
  public static let snapshotWrongType: RuleID = "snapshot-wrong-type"
  /// A document of a snapshot lacks what it cannot do without.
  public static let snapshotMissingField: RuleID = "snapshot-missing-field"
  /// A file is JSON, and not what it was given as.
  public static let snapshotUnknownForm: RuleID = "snapshot-unknown-form"
  /// Two nodes, or two allocations, have one id.
  public static let snapshotDuplicateID: RuleID = "snapshot-duplicate-id"
  /// Nodes come from a list that leaves out their attributes.
  public static let snapshotNodeStubs: RuleID = "snapshot-node-stubs"
  /// Addresses of host networks were worked out from the configuration.
  public static let snapshotInferredAddresses: RuleID = "snapshot-inferred-addresses"
  /// Allocations do not tell what they use, or which of their tasks run together.
  public static let snapshotAllocationGaps: RuleID = "snapshot-allocation-gaps"
}

extension Diagnostic {
  static func snapshotWrongType(
    _ subject: String, _ field: String, expected: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.error, .snapshotWrongType, "\(subject): \"\(field)\" takes \(expected), not \(found)", at: range)
  }

  static func snapshotNotWhole(_ subject: String, _ field: String, _ number: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .snapshotWrongType, "\(subject): \"\(field)\" takes a whole number, not \(number)", at: range)
  }

  static func snapshotOutOfRange(
    _ subject: String, _ field: String, _ number: Int, _ bounds: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .snapshotWrongType,
      "\(subject): \"\(field)\" is \(number), expected \(bounds.lowerBound) to \(bounds.upperBound)", at: range)
  }

  static func snapshotMissing(_ subject: String, _ field: String, at range: SourceRange, help: String? = nil)
    -> Diagnostic
  {
    Diagnostic(.error, .snapshotMissingField, "\(subject) has no \"\(field)\"", at: range, help: help)
  }

  static func snapshotUnknownForm(expected: String, looksLike: String?, found: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .error, .snapshotUnknownForm, "expected \(expected), found \(looksLike ?? found)", at: range)
  }

  static func snapshotEmpty(expected: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .snapshotUnknownForm, "expected \(expected), found an empty file", at: range,
      help: "export it again; a list without \(expected) is written []")
  }

  static func snapshotDuplicate(_ subject: String, id: String, at range: SourceRange, first: SourceRange?)
    -> Diagnostic
  {
    Diagnostic(
      .error, .snapshotDuplicateID, "\(subject) has the id of another one, \"\(id)\"", at: range,
      related: first.map { [.init("first used here", $0)] } ?? [],
      help: "give each once; a newer snapshot replaces an older one")
  }

  static func snapshotStubs(_ count: Int, of total: Int, missing: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .snapshotNodeStubs,
      "\(count) of \(total) nodes come from a list that leaves out part of them", at: range,
      detail: "checks of \(missing.joined(separator: ", ")) cannot be answered for them; such nodes count as unfit",
      help: "fetch each node by its id: /v1/node/<id>")
  }

  static func snapshotInferred(_ count: Int, of total: Int, unplaced: [String], at range: SourceRange) -> Diagnostic {
    let gaps =
      unplaced.isEmpty
      ? "" : "; no address is known for " + unplaced.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      .warning, .snapshotInferredAddresses,
      "\(count) of \(total) nodes do not list the addresses of their host networks", at: range,
      detail: "they were worked out from the configuration of host networks\(gaps)",
      help: "fetch nodes over HTTP, /v1/node/<id>, which lists \"NodeNetworks\"")
  }

  static func snapshotAllocationGaps(_ count: Int, of total: Int, _ what: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .warning, .snapshotAllocationGaps, "\(count) of \(total) running allocations do not tell \(what)", at: range,
      help: "fetch them per node: /v1/node/<id>/allocations")
  }
}
