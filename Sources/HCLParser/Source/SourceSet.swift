/// All texts of one run: job file, variable files, command-line assignments. Hands out ids; gives a range its text back.
public struct SourceSet: Sendable {
  public private(set) var texts: [SourceText] = []

  public init() {}

  /// Adds a text under the next free id and returns it with that id.
  @discardableResult
  public mutating func add(name: String, bytes: [UInt8]) -> SourceText {
    let text = SourceText(name: name, bytes: bytes, id: SourceID(UInt32(texts.count)))
    texts.append(text)
    return text
  }

  public subscript(id: SourceID) -> SourceText? {
    Int(id.number) < texts.count ? texts[Int(id.number)] : nil
  }

  public func text(of range: SourceRange) -> String? { self[range.source]?.text(in: range) }
}
