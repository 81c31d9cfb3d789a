import HCLFormat
import HCLParser

extension Peers {
  /// Whether a text parses.
  static func isFormattable(_ bytes: [UInt8]) -> Bool {
    SyntaxTree(parsing: SourceText(name: "file", bytes: bytes)).formatted() != nil
  }
}
