/// A label of a block as written.
public struct LabelSource: Sendable {
  public var text: String
  public var range: SourceRange

  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// An attribute to be decoded: from HCL, or from HCL's JSON form.
public struct AttributeSource: Sendable {
  public enum Content: Sendable {
    case expression(ExpressionSyntax)
    case json(JSONNode)
  }

  public var name: String
  public var nameRange: SourceRange
  public var content: Content
  /// The decoder's number for what names in the expression stand for.
  public var scope: Int

  public var valueRange: SourceRange {
    switch content {
    case .expression(let expression): expression.range
    case .json(let node): node.range
    }
  }
}

/// A block to be decoded: from HCL, from HCL's JSON form, or made by a `dynamic` block.
public struct BlockSource: Sendable {
  public var type: String
  public var typeRange: SourceRange
  /// The type and the labels.
  public var headerRange: SourceRange
  public var labels: [LabelSource]
  public var body: BodySource

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
  public enum Content: Sendable {
    case native(BodySyntax)
    /// An object of HCL's JSON form. Which members are blocks is for the schema to say.
    case json(JSONNode)
  }

  public var content: Content
  public var scope: Int

  package init(_ content: Content, scope: Int = BlockDecoder.outermost) {
    self.content = content
    self.scope = scope
  }

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
