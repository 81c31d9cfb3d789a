public import HCLParser

/// The comments that silence rules: `# jobtool:ignore RULE-ID[, RULE-ID] -- reason`.
///
/// One at the end of a line speaks of that line; one on a line of its own speaks of the block or attribute that follows;
/// `jobtool:ignore-file` speaks of the whole file.
public struct Suppressions: Sendable {
  struct Entry: Sendable {
    var rule: RuleID
    /// Where the id stands in the comment.
    var range: SourceRange
    /// What it silences.
    var scope: SourceRange
    var wasUsed = false
  }

  private(set) var entries: [Entry] = []

  /// No comments: nothing is silenced.
  public init() {}

  public init(_ tree: SyntaxTree) {
    // Few files have such comments.
    var table: LineTable?
    for token in tree.tokens where token.kind == .lineComment || token.kind == .blockComment {
      guard Marker.mayStand(in: tree.source.bytes, from: token.start, to: token.end) else { continue }
      let range = SourceRange(token.start, token.end, source: tree.source.id)
      guard let marker = Marker(tree.source.bytes(in: range), at: range) else { continue }
      let lines = table ?? tree.source.makeLineTable()
      table = lines
      let scope =
        marker.isForFile
        ? tree.source.range : Suppressions.scope(of: range, in: tree, lines: lines)
      for (rule, place) in marker.rules { entries.append(Entry(rule: rule, range: place, scope: scope)) }
    }
  }

  /// The diagnostics that no comment silences. Remembers which comments were of use.
  public mutating func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    return diagnostics.filter { diagnostic in
      var isSilenced = false
      for index in entries.indices where entries[index].covers(diagnostic) {
        entries[index].wasUsed = true
        isSilenced = true
      }
      return !isSilenced
    }
  }

  /// The same for what reading the file found: only warnings and notes can be silenced there, a file with errors stays one.
  mutating func applyToNotes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { $0.severity == .error || !apply(to: [$0]).isEmpty }
  }

  /// One report for each comment that silenced nothing; ask after all diagnostics went through `apply`.
  ///
  /// `mayReport` tells whether a rule had the chance to speak in this run.
  public func unused(where mayReport: (RuleID) -> Bool = { _ in true }) -> [Diagnostic] {
    entries.filter { !$0.wasUsed }.compactMap { entry in
      if !RuleList.isKnown(entry.rule) {
        let nearest = NameSuggestion.nearest(to: entry.rule.name, among: RuleList.all.map(\.facts.id.name))
        return Diagnostic(
          .warning, "suppression-unknown-rule", "no rule is called \"\(entry.rule)\"", at: entry.range,
          help: nearest.map { "did you mean \"\($0)\"?" } ?? "\"jobtool explain\" lists the rules")
      }
      guard mayReport(entry.rule) else { return nil }
      return Diagnostic(
        .warning, "suppression-unused", "this comment silences nothing: \"\(entry.rule)\" reports nothing here",
        at: entry.range, help: "remove the id, or move the comment to the line it is meant for")
    }
  }

  /// The line a comment stands on, and where nothing else stands there the block or attribute that follows.
  private static func scope(of comment: SourceRange, in tree: SyntaxTree, lines: LineTable) -> SourceRange {
    let line = lines.line(at: comment.start)
    let lineRange = lines.byteRange(ofLine: line)
    let before = tree.source.bytes(in: SourceRange(lineRange.lowerBound, comment.start))
    let stands = before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if stands, let item = nextItem(after: comment.end, in: tree.root) { return comment.union(item) }
    return SourceRange(lineRange.lowerBound, lineRange.upperBound, source: comment.source)
  }

  /// The innermost body's first item that begins at or after an offset.
  private static func nextItem(after offset: Int, in root: BodySyntax) -> SourceRange? {
    var body = root
    search: while true {
      for item in body.items {
        if item.range.start >= offset { return item.range }
        guard case .block(let block) = item, block.range.end > offset else { continue }
        body = block.body
        continue search
      }
      return nil
    }
  }
}

extension Suppressions.Entry {
  /// A finding lies in the scope where it begins there.
  fileprivate func covers(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule == rule && diagnostic.range.source == scope.source
      && (scope.contains(diagnostic.range.start) || diagnostic.range.start == scope.start)
  }
}

/// What an ignore comment says.
private struct Marker {
  var isForFile: Bool
  var rules: [(RuleID, SourceRange)]

  /// False for the comments that people write: the first byte that is no mark and no blank is another one.
  static func mayStand(in bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte > 0x20, byte != UInt8(ascii: "#"), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "*") {
        return byte == UInt8(ascii: "j")
      }
      index += 1
    }
    return false
  }

  init?(_ comment: ArraySlice<UInt8>, at range: SourceRange) {
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    var rest = comment.drop {
      $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") || isSpace($0)
    }
    let marker = Array("jobtool:ignore".utf8)
    guard rest.starts(with: marker) else { return nil }
    rest = rest.dropFirst(marker.count)
    let fileSuffix = Array("-file".utf8)
    isForFile = rest.starts(with: fileSuffix)
    if isForFile { rest = rest.dropFirst(fileSuffix.count) }
    guard let next = rest.first, isSpace(next) else { return nil }
    rules = []
    var index = rest.startIndex
    while index < rest.endIndex {
      while index < rest.endIndex, isSpace(rest[index]) || rest[index] == UInt8(ascii: ",") { index += 1 }
      let start = index
      while index < rest.endIndex, !isSpace(rest[index]), rest[index] != UInt8(ascii: ",") { index += 1 }
      let word = rest[start..<index]
      // The reason follows two dashes.
      if word.isEmpty || word.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) || word.starts(with: "*/".utf8) {
        break
      }
      let offset = range.start + (start - comment.startIndex)
      rules.append(
        (RuleID(String(decoding: word, as: UTF8.self)), SourceRange(offset, offset + word.count, source: range.source)))
    }
  }
}
