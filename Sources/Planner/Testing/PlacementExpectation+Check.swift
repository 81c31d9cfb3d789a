public import HCLParser

/// What planning the jobs of a case came to.
public struct PlacementOutcome: Sendable {
  /// Of the valid jobs, in order.
  public var plans: [Plan]
  /// The nodes planned on.
  public var nodes: [Node]
  /// Whether every job is valid.
  public var isValid: Bool
  /// What was found in the job files.
  public var findings: [Diagnostic]

  public init(plans: [Plan], nodes: [Node], isValid: Bool, findings: [Diagnostic]) {
    self.plans = plans
    self.nodes = nodes
    self.isValid = isValid
    self.findings = findings
  }
}

/// An expectation that is not met.
public struct ExpectationFailure: Sendable, Hashable {
  /// The attribute or block: `places`.
  public var expectation: String
  /// What the test file asks for, in words: `at least 3`.
  public var expected: String
  /// What came of it instead, in words.
  public var actual: String
  /// Where it stands in the test file.
  public var range: SourceRange

  public init(_ expectation: String, expected: String, actual: String, at range: SourceRange) {
    self.expectation = expectation
    self.expected = expected
    self.actual = actual
    self.range = range
  }

  /// As a finding in the test file.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, "test-expectation", "\(expectation): expected \(expected), got \(actual)", at: range)
  }
}

extension PlacementExpectation {
  /// Whether it speaks of jobs that are not valid.
  public var isAboutValidity: Bool { isValid != nil || !finding.isEmpty || status == "invalid" }

  /// What is not as expected, in the order of the attributes' table.
  public func failures(in outcome: PlacementOutcome) -> [ExpectationFailure] {
    var failures: [ExpectationFailure] = []
    let jobs = outcome.plans.filter { job.isEmpty || $0.jobID.utf8.elementsEqual(job.utf8) }
    // Where no plan could be made, there is no name to miss.
    if outcome.isValid, let unknown = unknownName(jobs, outcome) { return [unknown] }
    check(status: jobs, outcome, &failures)
    check(validity: outcome, &failures)
    checkCounts(jobs, &failures)
    check(reasons: jobs, &failures)
    check(places: jobs, outcome.nodes, &failures)
    return failures
  }

  private func isMeant(_ name: String) -> Bool { group.isEmpty || name.utf8.elementsEqual(group.utf8) }

  /// A job or group that the case does not have.
  private func unknownName(_ jobs: [Plan], _ outcome: PlacementOutcome) -> ExpectationFailure? {
    func unknown(_ kind: String, _ name: String, _ known: [String], _ range: SourceRange) -> ExpectationFailure {
      let nearest = Wording.nearest(to: name, among: known).map { ", nearest \"\($0)\"" } ?? ""
      return ExpectationFailure(kind, expected: "\"\(name)\"", actual: "no \(kind) of that name\(nearest)", at: range)
    }
    if jobs.isEmpty, !job.isEmpty { return unknown("job", job, outcome.plans.map(\.jobID), range(of: \.job)) }
    let groups = jobs.flatMap { $0.desiredUpdates.map(\.group) + $0.failures.map(\.group) }
    if !group.isEmpty, !groups.contains(where: { $0.utf8.elementsEqual(group.utf8) }) {
      return unknown("group", group, groups, range(of: \.group))
    }
    return nil
  }

  private func check(status jobs: [Plan], _ outcome: PlacementOutcome, _ failures: inout [ExpectationFailure]) {
    guard !status.isEmpty else { return }
    var actual = jobs.map(\.status.rawValue)
    if !outcome.isValid { actual.append(Plan.Status.invalid.rawValue) }
    let isMet = status == "invalid" ? actual.contains("invalid") : !actual.isEmpty && actual.allSatisfy { $0 == status }
    if !isMet {
      failures.append(
        ExpectationFailure("status", expected: status, actual: Wording.list(actual), at: range(of: \.status)))
    }
  }

  private func check(validity outcome: PlacementOutcome, _ failures: inout [ExpectationFailure]) {
    if let isValid, isValid != outcome.isValid {
      let errors = outcome.findings.filter { $0.severity == .error }.map(\.summary)
      failures.append(
        ExpectationFailure(
          "valid", expected: "\(isValid)",
          actual: outcome.isValid ? "true" : "false: \(errors.first ?? "a job has errors")",
          at: range(of: \.isValid)))
    }
    if !finding.isEmpty, !outcome.findings.contains(where: { $0.rule.name == finding }) {
      let found = Wording.list(outcome.findings.map(\.rule.name))
      failures.append(
        ExpectationFailure(
          "finding", expected: "\"\(finding)\"", actual: found.isEmpty ? "none" : found, at: range(of: \.finding)))
    }
  }

  private func checkCounts(_ jobs: [Plan], _ failures: inout [ExpectationFailure]) {
    let placements = jobs.flatMap(\.placements).filter { isMeant($0.group) }
    func check(
      _ name: String, _ wanted: Int?, _ actual: Int, _ field: PartialKeyPath<PlacementExpectation>,
      _ words: String = "", _ isMet: (Int, Int) -> Bool = { $0 == $1 }
    ) {
      guard let wanted, !isMet(actual, wanted) else { return }
      failures.append(
        ExpectationFailure(name, expected: "\(words)\(wanted)", actual: "\(actual)", at: range(of: field)))
    }
    check("places", places, placements.count, \.places)
    check("places_at_least", placesAtLeast, placements.count, \.placesAtLeast, "at least ", >=)
    check("places_at_most", placesAtMost, placements.count, \.placesAtMost, "at most ", <=)
    let failed = jobs.flatMap(\.failures).filter { isMeant($0.group) }
    check("unplaced", unplaced, failed.reduce(0) { $0 &+ $1.count }, \.unplaced)
    check("stops", stops, jobs.flatMap(\.stops).count { isMeant($0.group) }, \.stops)
    check("updates_in_place", updatesInPlace, jobs.flatMap(\.updates).count { isMeant($0.group) }, \.updatesInPlace)
    check("canaries", canaries, placements.count { $0.isCanary }, \.canaries)
    check("preempts", preempts, placements.reduce(0) { $0 + $1.preempted.count }, \.preempts)
  }

  private func check(reasons jobs: [Plan], _ failures: inout [ExpectationFailure]) {
    guard !failsWith.isEmpty else { return }
    var reasons: [String] = []
    var details: [String] = []
    for failure in jobs.flatMap(\.failures) where isMeant(failure.group) {
      reasons += MetricsText.sorted(failure.metrics.constraintFiltered).map(\.0)
      reasons += MetricsText.sorted(failure.metrics.dimensionExhausted).map(\.0)
      details += (failure.explanation?.findings ?? []).flatMap { [$0.reason, $0.summary] }
    }
    guard !(reasons + details).contains(where: { $0.holds(failsWith) }) else { return }
    let actual = reasons.isEmpty ? "no failure" : Wording.list(reasons.map { "\"\($0)\"" })
    failures.append(
      ExpectationFailure("fails_with", expected: "\"\(failsWith)\"", actual: actual, at: range(of: \.failsWith)))
  }

  /// Where the new and the updated instances are.
  private func check(places jobs: [Plan], _ nodes: [Node], _ failures: inout [ExpectationFailure]) {
    let placed = jobs.flatMap { $0.placements + $0.updates }
      .filter { isMeant($0.group) && nodes.indices.contains($0.node) }
    if !onDistinct.isEmpty {
      let target = ConstraintTarget(onDistinct)
      var first: [String: Placement] = [:]
      for placement in placed {
        guard let value = target.value(on: nodes[placement.node]) else {
          failures.append(
            ExpectationFailure(
              "on_distinct", expected: "a value of \(onDistinct) for every instance",
              actual: "none for \(placement.name) on \(placement.nodeName)", at: range(of: \.onDistinct)))
          break
        }
        if let other = first[value] {
          failures.append(
            ExpectationFailure(
              "on_distinct", expected: "each instance on another \(onDistinct)",
              actual: "\(other.name) and \(placement.name) on \"\(value)\"", at: range(of: \.onDistinct)))
          break
        }
        first[value] = placement
      }
    }
    for condition in neverOn {
      let wrong = placed.filter { condition.holds(for: nodes[$0.node]) }
      guard let one = wrong.first else { continue }
      failures.append(
        ExpectationFailure(
          "never_on", expected: "no instance on \(condition.phrase)",
          actual: PlacementExpectation.places(one, wrong.count), at: condition.headerRange))
    }
    guard let allowed = onlyOn.first else { return }
    let wrong = placed.filter { placement in !onlyOn.contains { $0.holds(for: nodes[placement.node]) } }
    if let one = wrong.first {
      failures.append(
        ExpectationFailure(
          "only_on", expected: "instances only on \(Wording.list(onlyOn.map(\.phrase), joint: "or"))",
          actual: PlacementExpectation.places(one, wrong.count), at: allowed.headerRange))
    }
  }

  private static func places(_ one: Placement, _ count: Int) -> String {
    "\(one.name) on \(one.nodeName)" + (count > 1 ? " and \(count - 1) more" : "")
  }
}
