import HCLParser
import JobSpec
import Planner

/// The text form of a run of plans: each job as `nomad job plan` prints it, with what Nomad does not say.
struct PlanReport {
  var style: TextStyle = .plain
  var isVerbose = false

  func text(_ run: PlannedRun) -> String {
    run.jobs.map(text).joined(separator: "\n")
  }

  private func text(_ planned: PlannedJob) -> String {
    let report = FileReport(name: planned.name, diagnostics: planned.diagnostics, sources: planned.sources)
    guard var plan = planned.plan else {
      return ReportOutput(style: style, isQuiet: true).text(RunReport(files: [report]))
        + "Job: \"\(planned.job?.id ?? planned.name)\" is not planned: it has errors\n"
    }
    plan.warnings += planned.diagnostics.filter { $0.severity == .warning }.map(\.summary)
    var text = PlanText(plan, sources: planned.sources)
    text.isVerbose = isVerbose
    if let diff = planned.diff {
      text.difference = JobDiffText.text(
        diff.annotated(with: plan), isVerbose: isVerbose, isStyled: style == .coloured)
    } else {
      text.difference = "Job: \"\(plan.jobID)\""
    }
    return text.rendered
  }
}

extension JobDiff {
  /// With the counts of the plan beside each group, in Nomad's words.
  func annotated(with plan: Plan) -> JobDiff {
    var diff = self
    for index in diff.groups.indices {
      guard let updates = plan.updates(ofGroup: diff.groups[index].name) else { continue }
      diff.groups[index].updates = [
        Count("create", updates.place), Count("destroy", updates.stop), Count("migrate", updates.migrate),
        Count("in-place update", updates.inPlaceUpdate),
        Count("create/destroy update", updates.destructiveUpdate), Count("canary", updates.canary),
        Count("ignore", updates.ignore),
      ]
    }
    return diff
  }
}
