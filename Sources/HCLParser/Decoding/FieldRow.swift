/// A field and its number in the schema. Small: it is handed around for every attribute.
public struct FieldRow: Sendable {
  /// The number of the row.
  public let index: Int
  let field: FieldCore

  /// What is to be said of the field.
  public var facts: FieldFacts { field.facts }
  var form: FieldForm { field.form }
}

/// A field without its model: how it is written, where it is stored, and what is to be said of it.
///
/// Not generic, on purpose: generic types would have to be made by the runtime for each model, which took a quarter of
/// the time of a short run.
@usableFromInline final class FieldCore: Sendable {
  /// How the field is reached, beyond the common ways that decoding knows by itself.
  enum Access: Sendable {
    case made(any FieldAccess)
    /// Of blocks: their access is made when JSON, diff and the like need it.
    case blocks(ChildBlock, BlockField)
  }

  /// What is to be said of the field.
  let facts: FieldFacts
  let form: FieldForm
  private let hasRange: Bool
  /// True where Nomad takes a number with a fraction and cuts it off.
  let cutsFractions: Bool
  /// True where a second block replaces the first without complaint.
  let lastWins: Bool
  /// Where the value lies in its model; nil where the field stands for others.
  let offset: Int?
  /// The type of an attribute that decoding may store by itself where it is written out plainly.
  let plain: ValueKind?
  /// Reads a block into the field, whose place is given.
  let readBlock: ChildBlock.Read?
  private let source: Access

  init(
    _ facts: FieldFacts, _ offset: Int?, _ access: Access, plain: ValueKind? = nil, lastWins: Bool = false,
    cutsFractions: Bool = false
  ) {
    self.facts = facts
    form = facts.form
    hasRange = facts.range != nil
    self.lastWins = lastWins
    self.cutsFractions = cutsFractions
    self.offset = offset
    self.plain = plain
    source = access
    if case .blocks(let child, _) = access { readBlock = child.read } else { readBlock = nil }
  }

  /// The first number of a value that the field cannot hold, with what it can hold.
  func numberOutOfRange<Output>(in output: Output) -> (number: Int, range: ClosedRange<Int>)? {
    guard hasRange, let range = facts.range else { return nil }
    let numbers = (output as? Int).map { [$0] } ?? output as? [Int] ?? []
    return numbers.first { !range.contains($0) }.map { ($0, range) }
  }

  /// How the field is read, written to JSON, and compared.
  var access: any FieldAccess {
    switch source {
    case .made(let access): access
    case .blocks(let child, let field): child.access(field).access
    }
  }

  /// Where a field lies. A key path that names no stored property is a mistake in a table, which any use of it shows.
  static func stored(_ offset: Int?, _ name: String) -> Int {
    guard let offset else { preconditionFailure("\"\(name)\" is not stored in its model") }
    return offset
  }
}
