/// An item of a body.
public enum BodyItem: Sendable, Equatable {
  case attribute(AttributeSyntax)
  case block(BlockSyntax)

  /// The whole item.
  public var range: SourceRange {
    switch self {
    case .attribute(let attribute): attribute.range
    case .block(let block): block.range
    }
  }
}

/// What stands in a file or between the braces of a block: attributes and blocks in the order of the source.
public struct BodySyntax: Sendable, Equatable {
  let reference: NodeReference

  /// Attributes and blocks, in the order of the source. An attribute given twice is there twice, and reported.
  public var items: [BodyItem] {
    reference.children.map { child in
      child.kind == .attribute
        ? .attribute(AttributeSyntax(reference: child)) : .block(BlockSyntax(reference: child))
    }
  }

  /// The attributes among the items, in the order of the source.
  public var attributes: [AttributeSyntax] {
    reference.children.compactMap { $0.kind == .attribute ? AttributeSyntax(reference: $0) : nil }
  }

  /// The blocks among the items, in the order of the source; `dynamic` blocks are there as they are written.
  public var blocks: [BlockSyntax] {
    reference.children.compactMap { $0.kind == .block ? BlockSyntax(reference: $0) : nil }
  }

  /// The first attribute of that name.
  public func attribute(named name: String) -> AttributeSyntax? {
    let wanted = Array(name.utf8)
    for child in reference.children where child.kind == .attribute {
      if child.storage.token(child.firstToken, spells: wanted) { return AttributeSyntax(reference: child) }
    }
    return nil
  }

  /// The blocks of one type, in the order of the source.
  public func blocks(ofType type: String) -> [BlockSyntax] {
    let wanted = Array(type.utf8)
    return reference.children.compactMap {
      $0.kind == .block && $0.storage.token($0.firstToken, spells: wanted) ? BlockSyntax(reference: $0) : nil
    }
  }

  /// True without attributes and blocks; comments do not count.
  public var isEmpty: Bool { reference.node.firstChild == 0 }

  /// What lies between the braces, or the whole source.
  public var range: SourceRange {
    let storage = reference.storage
    if reference.number == 0 { return storage.source.range }
    let start = storage.range(ofToken: reference.firstToken).end
    let last = reference.flags.contains(.isClosed) ? reference.endToken - 1 : reference.endToken
    let end = reference.firstToken + 1 < last ? storage.range(ofToken: last - 1).end : start
    return SourceRange(
      start, reference.flags.contains(.isClosed) ? storage.range(ofToken: last).start : end, source: storage.source.id)
  }
}

/// `name = value`.
public struct AttributeSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// What stands before the `=`.
  public var name: String { reference.storage.text(ofToken: reference.firstToken) }
  /// The name alone.
  public var nameRange: SourceRange { reference.storage.range(ofToken: reference.firstToken) }
  /// The `=`; empty, after the name, where it is missing.
  public var equalsRange: SourceRange {
    let storage = reference.storage
    var number = reference.firstToken + 1
    while number < reference.endToken, storage.tokens[number].kind == .blockComment { number += 1 }
    if number < reference.endToken, storage.tokens[number].kind.mayIntroduceValue {
      return storage.range(ofToken: number)
    }
    return .empty(at: nameRange.end, source: storage.source.id)
  }
  /// What stands after the `=`: one expression, `.missing` where there is none.
  public var value: ExpressionSyntax { ExpressionSyntax(reference: reference.child(0) ?? reference) }
  /// From the name to the end of the value.
  public var range: SourceRange { reference.range }
}

/// A label of a block.
public struct LabelSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The text that is meant: without quotes, escapes decoded.
  public var text: String { reference.storage.labelText(reference) }
  /// The label with its quotes.
  public var range: SourceRange { reference.range }
  /// False for a bare word: `job web {`.
  public var isQuoted: Bool { reference.flags.contains(.isQuoted) }
}

/// `type "label" { body }`.
public struct BlockSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The word at the start of the header: `group`.
  public var type: String { reference.storage.text(ofToken: reference.firstToken) }
  /// The word alone, without the labels.
  public var typeRange: SourceRange { reference.storage.range(ofToken: reference.firstToken) }
  /// What stands between the type and the `{`, in order; empty for `resources {`.
  public var labels: [LabelSyntax] {
    reference.children.compactMap { $0.kind == .label ? LabelSyntax(reference: $0) : nil }
  }
  /// What stands between the braces; empty where the block has no body that could be read.
  public var body: BodySyntax {
    for child in reference.children where child.kind == .body { return BodySyntax(reference: child) }
    return BodySyntax(reference: reference)
  }
  /// The type and the labels.
  public var headerRange: SourceRange {
    var range = typeRange
    for child in reference.children where child.kind == .label { range = range.union(child.range) }
    return range
  }
  /// The `{`; where it is missing and was reported, the token that stands in its place.
  public var openBraceRange: SourceRange { reference.storage.range(ofToken: body.reference.firstToken) }
  /// Nil where the block is not closed.
  public var closeBraceRange: SourceRange? {
    let body = body.reference
    return body.flags.contains(.isClosed) ? body.storage.range(ofToken: body.endToken - 1) : nil
  }
  /// From the type to the closing brace.
  public var range: SourceRange { reference.range }
}

extension TokenKind {
  /// True for `=`, and for what the parser takes for one after it has reported it.
  var mayIntroduceValue: Bool { self == .equal || self == .colon || self == .arrow || self == .equalEqual }
}

extension SyntaxStorage {
  /// Whether the token reads so, byte for byte.
  func token(_ number: Int, spells wanted: [UInt8]) -> Bool {
    let token = tokens[number]
    guard token.count == wanted.count, token.end <= source.bytes.count else { return false }
    return source.bytes[token.start..<token.end].elementsEqual(wanted)
  }

  func labelText(_ label: NodeReference) -> String {
    guard label.flags.contains(.isQuoted) else { return text(ofToken: label.firstToken) }
    return quotedText(from: label.firstToken + 1, to: label.endToken)
  }
}
