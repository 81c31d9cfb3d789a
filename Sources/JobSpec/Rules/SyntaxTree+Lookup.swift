import HCLParser

extension SyntaxTree {
  /// The attribute whose name stands at this place.
  func attribute(at nameRange: SourceRange) -> AttributeSyntax? {
    innermostBody(at: nameRange.start)?.attributes.first { $0.nameRange == nameRange }
  }

  /// The block whose header stands at this place.
  func block(at headerRange: SourceRange) -> BlockSyntax? {
    var body = root
    while true {
      guard
        let block = body.blocks.first(where: { $0.range.start <= headerRange.start && headerRange.start < $0.range.end }
        )
      else { return nil }
      if block.headerRange.start == headerRange.start { return block }
      body = block.body
    }
  }

  /// The body of the innermost block around an offset; the root where there is none.
  func innermostBody(at offset: Int) -> BodySyntax? {
    var body = root
    while let block = body.blocks.first(where: { $0.body.range.start <= offset && offset < $0.body.range.end }) {
      body = block.body
    }
    return body
  }
}
