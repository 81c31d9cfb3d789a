/// A label of a block as written.
public struct LabelSource: Sendable {
  /// The label without quotes.
  public var text: String
  /// The label with its quotes.
  public var range: SourceRange

  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// An attribute to be decoded: from HCL, or from HCL's JSON form.
public struct AttributeSource: Sendable {
  /// Where the value comes from.
  public enum Content: Sendable {
    case expression(ExpressionSyntax)
    case json(JSONNode)
  }

  /// The attribute's name.
  public var name: String
  /// Where the name stands.
  public var nameRange: SourceRange
  /// The value, not evaluated yet.
  public var content: Content
  /// The decoder's number for what names in the expression stand for.
  public var scope: Int

  /// Where the value stands.
  public var valueRange: SourceRange {
    switch content {
    case .expression(let expression): expression.range
    case .json(let node): node.range
    }
  }
}

/// A block to be decoded: from HCL, from HCL's JSON form, or made by a `dynamic` block.
public struct BlockSource: Sendable {
  /// The block's type.
  public var type: String
  /// Where the type stands.
  public var typeRange: SourceRange
  /// The type and the labels.
  public var headerRange: SourceRange
  /// In the order of the text.
  public var labels: [LabelSource]
  /// What stands between the braces.
  public var body: BodySource

  /// A block of a file, to be evaluated in `scope`.
  package init(_ block: BlockSyntax, scope: Int = BlockDecoder.outermost) {
    type = block.type
    typeRange = block.typeRange
    headerRange = block.headerRange
    labels = block.labels.map { LabelSource($0.text, $0.range) }
    body = BodySource(.native(block.body), scope: scope)
  }

  init(type: String, typeRange: SourceRange, headerRange: SourceRange, labels: [LabelSource], body: BodySource) {
    self.type = type
    self.typeRange = typeRange
    self.headerRange = headerRange
    self.labels = labels
    self.body = body
  }
}

/// A body to be decoded, with the scope of its expressions.
public struct BodySource: Sendable {
  /// Where the body comes from.
  public enum Content: Sendable {
    case native(BodySyntax)
    /// An object of HCL's JSON form. Which members are blocks is for the schema to say.
    case json(JSONNode)
  }

  /// The body, not decoded yet.
  public var content: Content
  /// The decoder's number for what names in its expressions stand for.
  public var scope: Int

  /// A body to be evaluated in `scope`.
  package init(_ content: Content, scope: Int = BlockDecoder.outermost) {
    self.content = content
    self.scope = scope
  }

  /// The whole body.
  public var range: SourceRange {
    switch content {
    case .native(let body): body.range
    case .json(let node): node.range
    }
  }

  var isJSON: Bool {
    if case .json = content { true } else { false }
  }
}
