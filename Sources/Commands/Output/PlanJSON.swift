import HCLParser
import JobSpec
import Planner

/// The JSON form of a plan, with Nomad's own names where Nomad has them.
enum PlanJSON {
  static func text(_ run: PlannedRun, showsDifference: Bool = true) -> String {
    var object = JSONObject()
    if !run.whatIf.isEmpty { object.append("WhatIf", .array(run.whatIf.map { .string($0) })) }
    object.append("Jobs", .array(run.jobs.map { self.object($0, showsDifference) }))
    object.append(
      "Cluster",
      [
        "Nodes": .int(run.nodeCount), "Ready": .int(run.readyCount), "Before": use(run.before), "After": use(run.after),
      ])
    return JSONWriter.text(.object(object), layout: .indented(2)) + "\n"
  }

  private static func use(_ use: ClusterUse) -> JSONValue {
    ["CPU": .int(use.cpu), "MemoryMB": .int(use.memoryMB), "DiskMB": .int(use.diskMB)]
  }

  private static func object(_ planned: PlannedJob, _ showsDifference: Bool) -> JSONValue {
    var places = SourcePlaces(planned.sources)
    var object = JSONObject()
    object.append("File", .string(planned.name))
    guard let plan = planned.plan else {
      object.append("Job", .string(planned.job?.id ?? ""))
      object.append("Namespace", .string(planned.job?.namespace ?? "default"))
      object.append("Type", .string(planned.job?.type ?? "service"))
      object.append("Status", .string(Plan.Status.invalid.rawValue))
      object.append(
        "Diagnostics", .array(planned.diagnostics.map { DiagnosticJSON.object($0, in: planned.name, &places) }))
      return .object(object)
    }
    object.append("Job", .string(plan.jobID))
    object.append("Namespace", .string(plan.namespace))
    object.append("Type", .string(plan.jobKind.rawValue))
    object.append("Status", .string(plan.status.rawValue))
    object.append("JobModifyIndex", .int(plan.jobModifyIndex))
    let updates = plan.desiredUpdates.filter(\.isCounted).map { JSONObject.Member($0.group, desired($0.updates)) }
    object.append("Annotations", ["DesiredTGUpdates": .object(JSONObject(updates))])
    object.append("Diff", showsDifference ? planned.diff?.json ?? .null : .null)
    object.append("Placements", .array(plan.placements.map(placement)))
    object.append("Updates", .array(plan.updates.map(placement)))
    object.append("Stops", .array(plan.stops.map(stop)))
    let failures = plan.failures.map { JSONObject.Member($0.group, metrics($0.metrics)) }
    if !plan.delayed.isEmpty { object.append("Delayed", .array(plan.delayed.map(delayed))) }
    if let launch = plan.nextLaunch {
      object.append("NextPeriodicLaunch", .string(Timestamp.text(nanoseconds: launch.time)))
    }
    object.append("FailedTGAllocs", .object(JSONObject(failures)))
    object.append("Explanations", .array(plan.failures.compactMap { explanation($0, &places) }))
    if !planned.answers.isEmpty { object.append("WhyNot", .array(planned.answers.map(answer))) }
    object.append("Warnings", .array(warnings(planned, plan).map { .string($0) }))
    if !plan.remarks.isEmpty { object.append("Remarks", .array(plan.remarks.map { .string($0) })) }
    object.append("Blocked", plan.blocked.map(blocked) ?? .null)
    object.append(
      "Diagnostics", .array(planned.diagnostics.map { DiagnosticJSON.object($0, in: planned.name, &places) }))
    return .object(object)
  }

  /// What registration would warn of, and the warnings of this tool.
  private static func warnings(_ planned: PlannedJob, _ plan: Plan) -> [String] {
    plan.warnings + planned.diagnostics.filter { $0.severity == .warning }.map(\.summary)
  }

  private static func desired(_ updates: DesiredUpdates) -> JSONValue {
    [
      // Nomad's counter has no sign: what falls below zero starts again from above.
      "Ignore": .int(updates.ignore), "Place": .unsigned(UInt64(bitPattern: Int64(updates.place))),
      "Migrate": .int(updates.migrate),
      "Stop": .int(updates.stop), "InPlaceUpdate": .int(updates.inPlaceUpdate),
      "DestructiveUpdate": .int(updates.destructiveUpdate), "Canary": .int(updates.canary),
      "Preemptions": .int(updates.preemptions),
    ]
  }

  private static func placement(_ placement: Placement) -> JSONValue {
    let allotment = placement.allotment
    let devices = allotment.tasks.flatMap(\.devices).map { device -> JSONValue in
      [
        "Vendor": .string(device.vendor), "Type": .string(device.type), "Name": .string(device.name),
        "DeviceIDs": .array(device.ids.map { .string($0) }),
      ]
    }
    let value: JSONValue = [
      "Name": .string(placement.name), "TaskGroup": .string(placement.group), "NodeName": .string(placement.nodeName),
      "NodeID": .string(placement.nodeID), "Ports": .array(allotment.ports.map(port)),
      "TaskPorts": .object(JSONObject(taskPorts(allotment))),
      "Score": .double(placement.score),
      "Scores": .object(JSONObject(placement.scores.map { JSONObject.Member($0.name, .double($0.value)) })),
      "Resources": [
        "CPU": .int(allotment.peakCPU), "MemoryMB": .int(allotment.peakMemoryMB),
        "MemoryMaxMB": .int(allotment.tasks.reduce(0) { $0 &+ $1.memoryMaxMB }), "DiskMB": .int(allotment.diskMB),
        "Cores": .array(allotment.cores.map { .int($0) }), "Devices": .array(devices),
      ],
      "Preempts": .array(placement.preempted.map { .string($0.id) }),
      "PreviousAllocation": placement.previousAllocation.map { .string($0) } ?? .null,
      "Canary": .bool(placement.isCanary),
    ]
    // Nomad's dry run overlooks it: said only where it is so.
    guard placement.isOvercommitted, case .object(var object) = value else { return value }
    object.append("Overcommits", true)
    return .object(object)
  }

  /// The ports of tasks' own networks (the deprecated form), by task.
  private static func taskPorts(_ allotment: Allotment) -> [JSONObject.Member] {
    allotment.tasks.compactMap { task in
      task.network.map { JSONObject.Member(task.name, .array($0.ports.map(port))) }
    }
  }

  private static func port(_ port: Allotment.Port) -> JSONValue {
    [
      "Label": .string(port.label), "Value": .int(port.value), "To": .int(port.to), "HostIP": .string(port.hostIP),
      "HostNetwork": .string(port.hostNetwork),
    ]
  }

  private static func answer(_ answer: NodeAnswer) -> JSONValue {
    let reasons = answer.rejections.map { rejection -> JSONValue in
      [
        "Stage": .string(rejection.stage.rawValue), "Reason": .string(rejection.reason),
        "Detail": .string(rejection.detail),
      ]
    }
    return [
      "NodeName": .string(answer.nodeName), "TaskGroup": .string(answer.group),
      "Standing": .array(answer.standing.map { .string($0.text) }), "Reasons": .array(reasons),
      "Score": answer.score.map { .double($0.total) } ?? .null,
      "Rank": answer.rank.map { .int($0.place) } ?? .null,
      "Winner": answer.winner.map { .string($0.name) } ?? .null,
      "WinnerScore": answer.winner.map { .double($0.score.total) } ?? .null, "Placed": .int(answer.placed),
    ]
  }

  private static func stop(_ stop: Plan.Stop) -> JSONValue {
    [
      "Name": .string(stop.name), "AllocationID": .string(stop.allocationID), "TaskGroup": .string(stop.group),
      "NodeName": .string(stop.nodeName), "Reason": .string(stop.reason), "ClientStatus": .string(stop.clientStatus),
    ]
  }

  private static func delayed(_ delayed: Plan.Delayed) -> JSONValue {
    [
      "Name": .string(delayed.name), "TaskGroup": .string(delayed.group),
      "WaitUntil": .string(Timestamp.text(nanoseconds: delayed.due)),
    ]
  }

  private static func metrics(_ metrics: PlacementMetrics) -> JSONValue {
    let shortages = sorted(metrics.resourcesExhausted).map { name, shortage in
      JSONObject.Member(name, ["CPU": .int(shortage.cpu), "MemoryMB": .int(shortage.memoryMB)])
    }
    return [
      "NodesEvaluated": .int(metrics.nodesEvaluated), "NodesFiltered": .int(metrics.nodesFiltered),
      "NodesInPool": .int(metrics.nodesInPool), "NodesAvailable": counts(metrics.nodesAvailable),
      "ClassFiltered": counts(metrics.classFiltered), "ConstraintFiltered": counts(metrics.constraintFiltered),
      "NodesExhausted": .int(metrics.nodesExhausted), "ClassExhausted": counts(metrics.classExhausted),
      "DimensionExhausted": counts(metrics.dimensionExhausted), "QuotaExhausted": nil,
      "ResourcesExhausted": shortages.isEmpty ? .null : .object(JSONObject(shortages)),
      "CoalescedFailures": .int(metrics.coalescedFailures),
    ]
  }

  /// Counters as Go's encoder writes a map: by name, null where empty.
  private static func counts(_ counts: [String: Int]) -> JSONValue {
    counts.isEmpty ? .null : .object(JSONObject(sorted(counts).map { JSONObject.Member($0.0, .int($0.1)) }))
  }

  private static func sorted<Value>(_ table: [String: Value]) -> [(String, Value)] {
    table.map { ($0.key, $0.value) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  private static func blocked(_ blocked: Plan.BlockedEvaluation) -> JSONValue {
    let classes = blocked.classes.map { JSONObject.Member($0.exampleNode, .bool($0.isEligible)) }
    return [
      "Waiting": true, "Until": .string(blocked.until.joined(separator: "; ")),
      "ClassEligibility": .object(JSONObject(classes)), "EscapedComputedClass": .bool(blocked.escapesClasses),
    ]
  }

  static func explanation(_ failure: PlacementFailure, _ places: inout SourcePlaces) -> JSONValue? {
    guard let explanation = failure.explanation else { return nil }
    let nodes = explanation.nodes.map { node -> JSONValue in
      let rejection = node.rejections.first
      let standing = node.standing.first
      return [
        "NodeName": .string(node.name), "Stage": .string(standing?.stage ?? rejection?.stage.rawValue ?? ""),
        "Reason": .string(standing?.text ?? rejection?.reason ?? ""),
        "Detail": .string(
          standing == nil ? rejection?.detail ?? "" : node.standing.dropFirst().map(\.text).joined(separator: "; ")),
        // Whatever else keeps the instance off it.
        "Also": .array(
          node.rejections.dropFirst(standing == nil ? 1 : 0).map {
            ["Stage": .string($0.stage.rawValue), "Reason": .string($0.reason), "Detail": .string($0.detail)]
          }),
      ]
    }
    let findings = explanation.findings.map { finding -> JSONValue in
      [
        "Stage": .string(finding.stage), "Reason": .string(finding.reason), "Summary": .string(finding.summary),
        "Details": .array(finding.details.map { .string($0) }),
        "Nodes": .array(
          finding.nodes.compactMap {
            explanation.nodes.indices.contains($0) ? .string(explanation.nodes[$0].name) : nil
          }),
        "Causes": .array(
          finding.causes.map {
            ["Message": .string($0.message), "Range": DiagnosticJSON.range(places.place(of: $0.range))]
          }),
        "Help": .optional(finding.help),
      ]
    }
    let remedies = explanation.remedies.map { remedy -> JSONValue in
      [
        "Change": .string(remedy.change), "WouldPlace": .int(remedy.wouldPlace), "Wanted": .int(remedy.wanted),
        "Range": remedy.range.map { DiagnosticJSON.range(places.place(of: $0)) } ?? .null,
        "Text": .optional(remedy.replacement),
      ]
    }
    let nearest = explanation.nearest.map { miss -> JSONValue in
      ["NodeName": .string(miss.name), "Lacks": .array(miss.lacks.map { .string($0) })]
    }
    return [
      "TaskGroup": .string(failure.group), "Failed": .int(failure.count),
      "Reason": .string(explanation.findings.first?.reason ?? ""), "Summary": .string(explanation.summary),
      "Nodes": .array(nodes), "Findings": .array(findings), "Nearest": .array(nearest), "Remedies": .array(remedies),
      "Notes": .array(explanation.notes.map { .string($0) }),
    ]
  }
}
