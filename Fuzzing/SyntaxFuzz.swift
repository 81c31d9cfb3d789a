// Compiled together with the sources of HCLParser, see `run`: whatever the bytes are, nothing traps and the promises hold.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSyntax(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  check(SyntaxTree(parsing: SourceText(name: "fuzz", bytes: bytes)))
  check(SyntaxTree(parsingExpression: SourceText(name: "fuzz", bytes: bytes)))
  return 0
}

private func check(_ tree: SyntaxTree) {
  let bytes = tree.source.bytes
  var position = 0
  for token in tree.tokens {
    precondition(token.start >= position && token.end >= token.start, "tokens overlap")
    precondition(bytes[position..<token.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }, "bytes are lost")
    position = token.end
  }
  precondition(position == bytes.count, "the end is not covered")
  let lexed = Lexer.run(bytes)
  precondition(tree.hasErrors || (!lexed.isBroken && lexed.badEncoding == nil), "a mistake is not reported")
  precondition(
    tree.hasErrors || !tree.tokens.contains { $0.kind == .invalid || $0.kind == .badEncoding },
    "an odd byte is not reported")

  for element in SyntaxVisit(tree) {
    precondition(element.range.end <= bytes.count, "an element reaches beyond the end")
    guard case .expression(let expression) = element else { continue }
    switch expression.kind {
    case .template(let template): _ = (template.parts, template.plainText, template.contentRange)
    case .call(let call): _ = (call.name, call.nameRange)
    case .binary(let binary): _ = (binary.operator, binary.operatorRange)
    case .missing, .invalid: precondition(tree.hasErrors, "a hole is not reported")
    default: break
    }
  }
  _ = tree.path(at: bytes.count / 2)
  var sources = SourceSet()
  sources.add(name: "fuzz", bytes: bytes)
  var renderer = DiagnosticText(sources)
  for diagnostic in tree.diagnostics.prefix(20) {
    precondition(diagnostic.range.end <= bytes.count, "a report points beyond the end")
    let text = renderer.text(of: diagnostic)
    precondition(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "control characters reach the terminal")
    for fix in diagnostic.fixes { precondition(TextEdit.apply(fix.edits, to: bytes) != nil, "a fix cannot be applied") }
  }
}
