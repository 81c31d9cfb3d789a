// Compiled together with the sources of HCLParser and HCLFormat, see `run`: whatever the bytes are, formatting harms nothing.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormat(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let tree = SyntaxTree(parsing: SourceText(name: "fuzz", bytes: bytes))
  guard let once = tree.formatted(), let edits = tree.formattingEdits() else {
    precondition(tree.hasErrors, "a good text is refused")
    return 0
  }
  for edit in edits {
    precondition(
      tree.source.bytes(in: edit.range).allSatisfy { [0x20, 0x09, 0xEF, 0xBB, 0xBF].contains($0) },
      "an edit touches more than blanks")
    precondition(edit.replacement.utf8.allSatisfy { $0 == 0x20 }, "an edit writes more than blanks")
  }
  precondition(TextEdit.apply(edits, to: bytes) == once, "the edits do not give the text")
  let again = SyntaxTree(parsing: SourceText(name: "fuzz", bytes: once))
  precondition(spelled(again) == spelled(tree), "tokens have changed")
  precondition(again.formatted() == once, "formatting twice differs from formatting once")
  return 0
}

private func spelled(_ tree: SyntaxTree) -> [[UInt8]] {
  tree.tokens.filter { $0.kind != .byteOrderMark }.map { [$0.kind.rawValue] + tree.source.bytes[$0.start..<$0.end] }
}
