import HCLParser

/// What was found in one file of a run.
struct FileReport: Sendable {
  var name: String
  /// In the order of the source.
  var diagnostics: [Diagnostic]
  /// The texts that the ranges point into; the file itself comes first.
  var sources: SourceSet
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
  func exitCode(isStrict: Bool) -> ExitCode {
    count(.error) > 0 || isStrict && count(.warning) > 0 ? .findings : .success
  }
}
