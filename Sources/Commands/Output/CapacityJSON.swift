import HCLParser
import JobSpec
import Planner

/// The JSON form of `capacity`.
enum CapacityJSON {
  static func text(_ answers: [CapacityCommand.Answer], on state: ClusterState, whatIf: [String]) -> String {
    var object = JSONObject()
    if !whatIf.isEmpty { object.append("WhatIf", .array(whatIf.map { .string($0) })) }
    object.append("Jobs", .array(answers.map { job($0, state) }))
    return JSONWriter.text(.object(object), layout: .indented(2)) + "\n"
  }

  private static func job(_ answer: CapacityCommand.Answer, _ state: ClusterState) -> JSONValue {
    var places = SourcePlaces(answer.analysis.sources)
    let job = answer.analysis.expandedJob ?? answer.analysis.job
    return [
      "File": .string(answer.name), "Job": .string(job?.id ?? ""),
      "Groups": answer.groups.map { .array($0.map { group($0, state, &places) }) } ?? .null,
      "Diagnostics": .array(
        answer.analysis.diagnostics.map { DiagnosticJSON.object($0, in: answer.name, &places) }),
    ]
  }

  private static func group(
    _ capacity: GroupCapacity, _ state: ClusterState, _ places: inout SourcePlaces
  ) -> JSONValue {
    func shares(_ fact: (Node) -> String) -> JSONValue {
      .array(
        capacity.shares(by: fact, in: state).map {
          ["Name": .string($0.name), "Instances": .int($0.instances), "Nodes": .int($0.nodes)]
        })
    }
    return [
      "TaskGroup": .string(capacity.group), "Wanted": .int(capacity.wanted), "Running": .int(capacity.running),
      "More": .int(capacity.more), "LimitReached": .bool(capacity.isLimited), "Datacenters": shares(\.datacenter),
      "Classes": shares(\.nodeClass), "Nodes": shares(\.name),
      "Obstacle": capacity.obstacle.flatMap { PlanJSON.explanation($0, &places) } ?? .null,
    ]
  }
}
