import HCLParser

/// What the server's pattern language takes.
enum RegularExpression {
  /// What is wrong with a pattern; nil where it compiles.
  static func problem(in text: String) -> String? {
    guard case .failure(let fault) = Pattern.compiled(text) else { return nil }
    let prefix = "error parsing regexp: "
    return fault.message.hasPrefix(prefix) ? String(fault.message.dropFirst(prefix.count)) : fault.message
  }
}
