/// A JSON text (RFC 8259, strictly), read in one pass into a flat tape. Every value keeps its range.
///
/// Never fails: where the text is broken there is a diagnostic, and no root.
public struct JSONText: Sendable {
  let storage: JSONStorage
  private let rootIndices: [UInt32]
  /// What is wrong with the text; at most one entry, since nothing after a first fault can be trusted.
  public let diagnostics: [Diagnostic]

  /// Reads a text that holds exactly one value.
  public init(parsing source: SourceText) { self.init(source, allowsSeveral: false) }

  /// Reads a text of any number of values, one after another: newline-delimited JSON, or none at all.
  public init(parsingSequence source: SourceText) { self.init(source, allowsSeveral: true) }

  private init(_ source: SourceText, allowsSeveral: Bool) {
    var parser = JSONParser(source)
    parser.parse(allowsSeveral: allowsSeveral)
    storage = JSONStorage(source: source, tape: parser.diagnostics.isEmpty ? parser.tape : [])
    rootIndices = parser.diagnostics.isEmpty ? parser.roots : []
    diagnostics = parser.diagnostics
  }

  /// The text it was made from.
  public var source: SourceText { storage.source }

  /// The first value of the text, or nil where the text is broken or empty.
  public var root: JSONNode? { rootIndices.first.map { JSONNode(storage: storage, index: Int($0)) } }

  /// All values at the top of the text, in order.
  public var roots: [JSONNode] { rootIndices.map { JSONNode(storage: storage, index: Int($0)) } }
}

/// What the views of one text share.
final class JSONStorage: Sendable {
  let source: SourceText
  let tape: [JSONEntry]

  init(source: SourceText, tape: [JSONEntry]) {
    self.source = source
    self.tape = tape
  }
}

/// One value or key on the tape. The kind is not stored: the byte at `start` tells it.
///
/// An object is followed by its keys and values in turn, an array by its elements.
struct JSONEntry: Sendable {
  var start: UInt32
  /// The offset after the last byte.
  var end: UInt32
  /// Containers: the tape index after the last entry inside. Strings: 1 where there are escapes. Else 0.
  var link: UInt32
}
