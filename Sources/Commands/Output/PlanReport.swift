import HCLParser
import JobSpec
import Planner

/// The text form of a run of `plan`: each job as `nomad job plan` prints it, then what becomes of the cluster.
struct PlanReport {
  var style: TextStyle = .plain
  var width = 120
  var isVerbose = false
  var showsDifference = true

  func text(_ run: PlannedRun) -> String {
    var text = run.whatIf.isEmpty ? "" : run.whatIf.map { "What if: \($0)\n" }.joined() + "\n"
    for planned in run.jobs {
      // One job needs no heading: the output is Nomad's then.
      if run.jobs.count > 1 { text += style.strong("==> \(VisibleText.line(planned.name))") + "\n\n" }
      text += self.text(planned) + "\n"
    }
    return text + cluster(run)
  }

  private func text(_ planned: PlannedJob) -> String {
    guard var plan = planned.plan else {
      return findings(planned) + "Job: \"\(planned.job?.id ?? planned.name)\" is not planned: it has errors\n"
    }
    plan.warnings += planned.diagnostics.filter { $0.severity == .warning }.map(\.summary)
    var renderer = PlanText(plan, sources: planned.sources)
    renderer.isVerbose = isVerbose
    renderer.difference = "Job: \"\(plan.jobID)\""
    if showsDifference, let diff = planned.diff {
      renderer.difference = JobDiffText.text(diff, isVerbose: isVerbose, isStyled: style == .coloured)
    }
    let answers = planned.answers.map { "\n" + NodeAnswerText($0, sources: planned.sources).rendered }
    return renderer.rendered + answers.joined()
  }

  private func findings(_ planned: PlannedJob) -> String {
    var renderer = DiagnosticText(planned.sources, style: style, width: width)
    return planned.diagnostics.map { renderer.text(of: $0) + "\n" }.joined()
  }

  private func cluster(_ run: PlannedRun) -> String {
    func change(_ name: String, _ use: (ClusterUse) -> Int, _ unit: String) -> String {
      let (before, after, all) = (use(run.before), use(run.after), use(run.capacity))
      return "\(name) \(before == after ? "\(before)" : "\(before) → \(after)") of \(all) \(unit)"
    }
    let parts = [
      change("CPU", \.cpu, "MHz"), change("memory", \.memoryMB, "MiB"), change("disk", \.diskMB, "MiB"),
    ]
    return "Cluster: \(run.readyCount) of \(run.nodeCount) nodes ready; in use: \(parts.joined(separator: ", "))\n"
  }
}

extension JobDiff {
  /// The difference with what planning makes of each group, in Nomad's words.
  func counting(_ plan: Plan) -> JobDiff {
    var diff = self
    for index in diff.groups.indices {
      guard let updates = plan.updates(ofGroup: diff.groups[index].name) else { continue }
      diff.groups[index].updates = [
        Count("create", max(0, updates.place)), Count("destroy", updates.stop), Count("migrate", updates.migrate),
        Count("in-place update", updates.inPlaceUpdate), Count("create/destroy update", updates.destructiveUpdate),
        Count("canary", updates.canary), Count("ignore", updates.ignore),
      ]
    }
    return diff
  }
}
