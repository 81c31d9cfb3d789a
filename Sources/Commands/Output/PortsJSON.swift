import HCLParser
import JobSpec
import Planner

/// The JSON form of `ports`.
enum PortsJSON {
  static func text(
    _ survey: PortSurvey, _ analyses: [(name: String, analysis: JobAnalysis)], whatIf: [String]
  ) -> String {
    var object = JSONObject()
    if !whatIf.isEmpty { object.append("WhatIf", .array(whatIf.map { .string($0) })) }
    object.append("StaticPorts", .array(survey.requests.map(request)))
    object.append("Shortages", .array(survey.shortages.map { shortage($0, survey) }))
    object.append("Nodes", .array(survey.nodes.map(node)))
    let findings = analyses.flatMap { name, analysis in
      var places = SourcePlaces(analysis.sources)
      return analysis.diagnostics.map { DiagnosticJSON.object($0, in: name, &places) }
    }
    object.append("Diagnostics", .array(findings))
    return JSONWriter.text(.object(object), layout: .indented(2)) + "\n"
  }

  private static func request(_ request: PortSurvey.Request) -> JSONValue {
    [
      "Job": .string(request.jobID), "Namespace": .string(request.namespace), "TaskGroup": .string(request.group),
      "Label": .string(request.label), "Port": .int(request.port), "HostNetwork": .string(request.hostNetwork),
      "Wanted": .int(request.wanted),
      "Grants": .array(
        request.grants.map {
          ["NodeName": .string($0.nodeName), "HostIP": .string($0.address), "Held": .bool($0.isHeld)]
        }),
      "Refusals": .array(
        request.refusals.map { refusal in
          var holder = JSONValue.null
          let reason: String
          switch refusal.reason {
          case .noHostNetwork: reason = "no host network"
          case .keptBack: reason = "kept back"
          case .taken(let by): (reason, holder) = ("taken", .string(by))
          case .unreadableReservedPorts: reason = "unreadable reserved ports"
          }
          return ["NodeName": .string(refusal.nodeName), "Reason": .string(reason), "Holder": holder]
        }),
    ]
  }

  private static func shortage(_ shortage: PortSurvey.Shortage, _ survey: PortSurvey) -> JSONValue {
    [
      "Port": .int(shortage.port), "Wanted": .int(shortage.wanted), "Available": .int(shortage.available),
      "TaskGroups": .array(
        shortage.requests.map {
          ["Job": .string(survey.requests[$0].jobID), "TaskGroup": .string(survey.requests[$0].group)]
        }),
    ]
  }

  private static func node(_ node: PortSurvey.NodeUse) -> JSONValue {
    [
      "NodeName": .string(node.name), "UnreadableReservedPorts": .optional(node.unreadable),
      "Addresses": .array(node.addresses.map(address)),
    ]
  }

  private static func address(_ address: PortSurvey.AddressUse) -> JSONValue {
    [
      "Address": .string(address.address), "HostNetworks": .array(address.hostNetworks.map { .string($0) }),
      "Reserved": .array(
        address.reserved.map { ["From": .int($0.lowerBound), "To": .int($0.upperBound)] }),
      "Taken": .array(
        address.taken.map {
          [
            "Port": .int($0.port), "Label": .string($0.label), "Allocation": .string($0.holder),
            "Job": .string($0.jobID),
          ]
        }),
      "Clashes": .array(
        address.clashes.map { ["Port": .int($0.port), "Parties": .array($0.parties.map { .string($0) })] }),
      "MinDynamicPort": .int(address.dynamicPorts.lowerBound), "MaxDynamicPort": .int(address.dynamicPorts.upperBound),
      "DynamicFree": .int(address.dynamicFree),
    ]
  }
}
