import HCLParser

/// For forms that know files only: findings in the value of a flag or of an environment variable.
extension Diagnostic {
  /// Where to show the finding: its place, if that is in a file; else the place in a file that it is related to, such as the
  /// declaration of the variable; else the beginning of the job file.
  func rangeInFile(of sources: SourceSet) -> SourceRange {
    guard let source = sources[range.source], !source.isFile else { return range }
    return related.first { sources[$0.range.source]?.isFile ?? false }?.range
      ?? .empty(at: 0, source: sources.texts.first?.id ?? range.source)
  }

  /// What to write before the message where its place is in no file: `--var count: `. Else empty.
  func origin(in sources: SourceSet) -> String {
    guard let source = sources[range.source], !source.isFile else { return "" }
    return "\(source.name): "
  }
}
