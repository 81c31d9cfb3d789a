/// All texts of one run: job file, variable files, command-line assignments. Hands out ids; gives a range its text back.
public struct SourceSet: Sendable {
  /// In the order of their ids.
  public private(set) var texts: [SourceText] = []

  /// No texts yet.
  public init() {}

  /// Adds a text under the next free id and returns it with that id. `isFile` is false for a text that was not read from
  /// a file, such as the value of a flag.
  @discardableResult
  public mutating func add(name: String, bytes: [UInt8], isFile: Bool = true) -> SourceText {
    var text = SourceText(name: name, bytes: bytes, id: SourceID(UInt32(texts.count)))
    text.isFile = isFile
    texts.append(text)
    return text
  }

  /// The text of that id, or nil where it is of another run.
  public subscript(id: SourceID) -> SourceText? {
    Int(id.number) < texts.count ? texts[Int(id.number)] : nil
  }

  /// What stands at a range, or nil where its text is not among these.
  public func text(of range: SourceRange) -> String? { self[range.source]?.text(in: range) }
}
