import HCLParser

/// Findings that only follow from what was wrong before: a block without a driver, where the driver could not be read.
///
/// Both sides may be many, so causes and blocks are looked up in order.
struct Consequences {
  /// Sorted, as all that follows.
  private let causes: [SourceRange]
  private let syntaxErrors: [SourceRange]
  /// Every block of the tree; none where there is no cause.
  private let blocks: [BlockSyntax]
  /// Every attribute of the tree; none where there is no syntax error.
  private let attributes: [SourceRange]

  init(of earlier: [Diagnostic], unknown: [SourceRange], in tree: SyntaxTree) {
    causes = (earlier.filter { $0.severity == .error }.map(\.range) + unknown).sorted()
    syntaxErrors =
      earlier.filter { $0.severity == .error && $0.rule.name.hasPrefix("syntax-") }.map(\.range).sorted()
    blocks = causes.isEmpty ? [] : Consequences.blocks(in: tree.root)
    attributes =
      syntaxErrors.isEmpty
      ? [] : (tree.root.attributes.map(\.range) + blocks.flatMap { $0.body.attributes.map(\.range) }).sorted()
  }

  func contains(_ diagnostic: Diagnostic) -> Bool {
    guard !causes.isEmpty else { return false }
    let range = diagnostic.range
    let exact = Consequences.position(in: causes) { $0 < range }
    if exact < causes.count, causes[exact] == range { return true }
    // What is left of an attribute that could not be parsed is not what was meant.
    let next = Consequences.position(in: attributes) { ($0.source, $0.start) <= (range.source, range.start) }
    if next > 0, attributes[next - 1].source == range.source, attributes[next - 1].contains(range.start),
      Consequences.holds(attributes[next - 1], oneOf: syntaxErrors)
    {
      return true
    }
    // What is said at a block's header speaks of the block as a whole, mostly of something it lacks.
    let position = Consequences.position(in: blocks) { $0.headerRange.start < range.start }
    guard position < blocks.count, blocks[position].range.source == range.source,
      blocks[position].headerRange.start == range.start
    else { return false }
    return Consequences.holds(blocks[position].range, oneOf: causes)
  }

  private static func blocks(in body: BodySyntax) -> [BlockSyntax] {
    var found: [BlockSyntax] = []
    var coming = Array(body.blocks.reversed())
    while let block = coming.popLast() {
      found.append(block)
      coming += block.body.blocks.reversed()
    }
    return found
  }

  /// Whether one of the sorted places starts within `range`.
  private static func holds(_ range: SourceRange, oneOf places: [SourceRange]) -> Bool {
    let first = position(in: places) { $0 < .empty(at: range.start, source: range.source) }
    // What a text left open to the end of the file is reported there, at the end of the blocks around it.
    return first < places.count && places[first].source == range.source && places[first].start <= range.end
  }

  /// The position of the first element that is not before what is sought, in elements that are in order.
  private static func position<Element>(in elements: [Element], _ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
