/// A regular expression of a constraint: found anywhere in the text.
struct ConstraintPattern: Sendable {
  private let text: String

  /// Nil where the text is no pattern.
  init?(_ text: String) {
    guard (try? Regex(text)) != nil else { return nil }
    self.text = text
  }

  func matches(_ subject: String) -> Bool {
    guard let regex = try? Regex(text) else { return false }
    return (try? regex.firstMatch(in: subject)) != nil
  }
}
