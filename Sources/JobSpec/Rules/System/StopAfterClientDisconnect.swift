import HCLParser

struct StopAfterClientDisconnect: ValidationRule {
  let facts = RuleFacts(
    "group-client-disconnect", .server, covers: [20, 21, 37, 38], until: NomadRelease(1, 10),
    finds: "keys about disconnected clients that contradict each other or the job's type",
    because: """
      \"stop_after_client_disconnect\" stops the allocations of a node that lost the servers, \
      \"max_client_disconnect\" keeps them as unknown: a group can have one of them. Both became part of the disconnect \
      block in 1.8 and have no effect since 1.10.
      """,
    failing: .groupPart("max_client_disconnect        = \"1h\"\nstop_after_client_disconnect = \"10m\""),
    passing: .groupPart("disconnect {\n  lost_after = \"1h\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let stop = placed.group.stopAfterClientDisconnect
      let max = placed.group.maxClientDisconnect
      if let stop, stop != .zero {
        let place = placed.group.range(of: \.stopAfterClientDisconnect)
        if stop < .zero {
          report("\"stop_after_client_disconnect\" is negative: \(stop)", at: place)
        } else if checked.type != "batch", checked.type != "service" {
          report(
            "a \(checked.type) job cannot have \"stop_after_client_disconnect\"", at: place,
            help: "only batch and service jobs can")
        }
      }
      if let max, max < .zero {
        report("\"max_client_disconnect\" is negative: \(max)", at: placed.group.range(of: \.maxClientDisconnect))
      }
      // Even two zeros are one too many.
      if stop != nil, max != nil {
        report(
          "group \"\(placed.group.name)\" has both \"max_client_disconnect\" and \"stop_after_client_disconnect\"",
          at: placed.group.nameRange(of: \.maxClientDisconnect),
          related: [.init("the other one", placed.group.nameRange(of: \.stopAfterClientDisconnect))],
          help: "keep one of the two")
      }
    }
  }
}
