import HCLParser

/// What was found in one file of a run.
struct FileReport: Sendable {
  var name: String
  /// In the order of the source.
  var diagnostics: [Diagnostic]
  /// The texts that the ranges point into; the file itself comes first.
  var sources: SourceSet
  /// Whether warnings count as errors in this file.
  var isStrict = false

  /// What mending the file came to; the findings are those of the mended text.
  var fix: Fixed?

  struct Fixed: Sendable {
    /// How many findings were mended.
    var count: Int
    /// The new text.
    var bytes: [UInt8]
    /// The file as it was read.
    var version: FileVersion
  }

  /// Whether more is wrong here than there.
  func hasMoreErrors(than other: FileReport) -> Bool {
    diagnostics.count { $0.severity == .error } > other.diagnostics.count { $0.severity == .error }
  }

  func countsAsError(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || isStrict && diagnostic.severity == .warning
  }

  var fails: Bool { diagnostics.contains(where: countsAsError) }
}

/// What was found in all files of a run, in the order in which they were named.
struct RunReport: Sendable {
  var files: [FileReport]

  func count(_ severity: Diagnostic.Severity) -> Int {
    files.reduce(0) { sum, file in sum + file.diagnostics.count { $0.severity == severity } }
  }

  /// The whole outcome in a line: `1 error and 2 warnings in 3 files`.
  var summary: String {
    let parts = [(count(.error), "error"), (count(.warning), "warning"), (count(.info), "note")]
      .filter { $0.0 > 0 }.map { Self.counted($0.0, $0.1) }
    let place = "in \(Self.counted(files.count, "file"))"
    if parts.isEmpty { return "no problem \(place)" }
    return parts.count < 2
      ? "\(parts[0]) \(place)" : "\(parts.dropLast().joined(separator: ", ")) and \(parts[parts.count - 1]) \(place)"
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  /// The first `limit` findings, file by file; all where there is no limit.
  func limited(to limit: Int?) -> RunReport {
    guard var rest = limit else { return self }
    var report = self
    for index in report.files.indices {
      report.files[index].diagnostics = Array(report.files[index].diagnostics.prefix(rest))
      rest -= report.files[index].diagnostics.count
    }
    return report
  }

  /// Exit code 1 where there are errors, or warnings and the user wants those to count.
  var exitCode: ExitCode { files.contains(where: \.fails) ? .findings : .success }
}
