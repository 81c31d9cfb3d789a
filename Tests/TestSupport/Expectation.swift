import Foundation

/// Recorded expectations: whole outputs that stand as files in the corpus.
///
/// `UPDATE_EXPECTED=1 swift test` rewrites them; whoever does so reads the difference.
public enum Expectation {
  /// Nil where `actual` equals the file; else what to tell the reader of the failure.
  public static func mismatch(_ actual: String, with relative: String) -> String? {
    let path = Corpus.path(relative)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      let folder = (path as NSString).deletingLastPathComponent
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try? Data(actual.utf8).write(to: URL(fileURLWithPath: path))
      return nil
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return "Corpus/\(relative) does not exist; run with UPDATE_EXPECTED=1 to record it"
    }
    let expected = String(decoding: data, as: UTF8.self)
    if Array(expected.utf8) == Array(actual.utf8) { return nil }
    let (wanted, got) = (expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n"))
    let line =
      zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(wanted.count, got.count)
    return """
      Corpus/\(relative), line \(line + 1):
        expected: \(line < wanted.count ? wanted[line] : "<end>")
        actual:   \(line < got.count ? got[line] : "<end>")
      """
  }
}
