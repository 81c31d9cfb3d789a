import HCLParser
import JobSpec
import Planner

/// The JSON form of the results of placement tests.
enum PlacementTestJSON {
  static func text(_ results: [PlacementTestRun.FileResult]) -> String {
    var cases: [JSONValue] = []
    var findings: [JSONValue] = []
    for file in results {
      var places = SourcePlaces(file.sources)
      findings += file.diagnostics.map { DiagnosticJSON.object($0, in: file.name, &places) }
      cases += file.cases.map { object($0, in: file.name, &places) }
    }
    let statuses = results.flatMap { $0.cases.map(\.status) }
    let value: JSONValue = [
      "FormatVersion": "1.0", "Cases": .array(cases), "Diagnostics": .array(findings),
      "Summary": [
        "Cases": .int(statuses.count), "Passed": .int(statuses.count { $0 == .passed }),
        "Failed": .int(statuses.count { $0 == .failed }), "Errors": .int(statuses.count { $0 == .error }),
      ],
    ]
    return JSONWriter.text(value, layout: .indented(2)) + "\n"
  }

  private static func object(
    _ one: PlacementTestRun.CaseResult, in file: String, _ places: inout SourcePlaces
  ) -> JSONValue {
    let failures = one.failures.map { failure -> JSONValue in
      [
        "Expectation": .string(failure.expectation), "Expected": .string(failure.expected),
        "Actual": .string(failure.actual), "Range": DiagnosticJSON.range(places.place(of: failure.range)),
      ]
    }
    var explanations: [JSONValue] = []
    for planned in one.run?.jobs ?? [] where one.status == .failed {
      var inJob = SourcePlaces(planned.sources)
      explanations += (planned.plan?.failures ?? []).compactMap { PlanJSON.explanation($0, &inJob) }
    }
    return [
      "File": .string(file), "Name": .string(one.name), "Status": .string(one.status.rawValue),
      "Range": DiagnosticJSON.range(places.place(of: one.range)), "Failures": .array(failures),
      "Message": .string(one.message), "Explanations": .array(explanations),
    ]
  }
}
