import HCLParser

/// Findings that were there before: the JSON report of an earlier run. They do not count.
struct Baseline {
  /// How often each finding may occur.
  private var counts: [String: Int] = [:]

  /// Nil where no baseline is named.
  init?(_ arguments: ParsedArguments, in world: World) throws(Misuse) {
    guard let path = arguments.value(.baseline) else { return nil }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try world.files.read(path).bytes
    } catch {
      throw Misuse.unreadable(path, error)
    }
    let text = JSONText(parsing: SourceText(name: path, bytes: bytes))
    guard let list = text.root?["Diagnostics"], list.kind == .array, text.diagnostics.isEmpty else {
      throw Misuse(
        "\"\(path)\" is no report to compare with",
        hint: "\"jobtool lint --format json jobs > FILE\" writes one")
    }
    for node in list.elements {
      if let fingerprint = node["Fingerprint"]?.string { counts[fingerprint, default: 0] += 1 }
    }
  }

  /// Takes out of a report what the baseline has, and says how much that was.
  func remove(from report: inout RunReport) -> Int {
    var left = counts
    var removed = 0
    for index in report.files.indices {
      var places = SourcePlaces(report.files[index].sources)
      let name = report.files[index].name
      report.files[index].diagnostics.removeAll { diagnostic in
        let fingerprint = Fingerprint.of(diagnostic, name, &places).text
        guard let count = left[fingerprint], count > 0 else { return false }
        left[fingerprint] = count - 1
        removed += 1
        return true
      }
    }
    return removed
  }
}
