import HCLParser

struct UpstreamDuplicateBind: ValidationRule {
  let facts = RuleFacts(
    "upstream-duplicate-bind", .server, covers: [165], finds: "two upstreams of a group that listen on the same port",
    because: "The proxies of a group share its loopback address; each upstream needs a port of its own there.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n        upstreams {\n          destination_name = \"queue\"\n          local_bind_port  = 5432\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n        upstreams {\n          destination_name = \"queue\"\n          local_bind_port  = 5672\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for group in checked.job.groups {
      let upstreams = group.services.flatMap { $0.connect?.sidecarService?.proxy?.upstreams ?? [] }
        .filter { $0.localBindSocketPath.isEmpty }
      var seen = FirstSeen<Connect.Upstream>()
      for upstream in upstreams {
        let address = "\(upstream.localBindAddress):\(upstream.localBindPort)"
        guard let first = seen.first(named: address, orRemember: upstream) else { continue }
        report(
          "upstream \"\(upstream.destinationName)\" listens on \(address), as \"\(first.destinationName)\" does",
          at: upstream.range(of: \.localBindPort),
          related: [.init("taken here", first.range(of: \.localBindPort))], help: "give each upstream its own port")
      }
    }
  }
}

struct UpstreamUnknownGatewayMode: ValidationRule {
  static let modes = ["local", "remote", "none"]

  let facts = RuleFacts(
    "upstream-unknown-gateway-mode", .server, covers: [172], finds: "a mesh gateway mode that does not exist",
    because: "The mode says which gateway traffic to another datacenter goes through.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n          mesh_gateway {\n            mode = \"nearest\"\n          }\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n          mesh_gateway {\n            mode = \"local\"\n          }\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for service in checked.job.groups.flatMap(\.services) {
      for upstream in service.connect?.sidecarService?.proxy?.upstreams ?? [] {
        guard let gateway = upstream.meshGateway, !gateway.mode.isEmpty, !gateway.mode.isInterpolated,
          !UpstreamUnknownGatewayMode.modes.contains(gateway.mode)
        else { continue }
        report.unknown(
          gateway.mode, "mesh gateway mode", of: UpstreamUnknownGatewayMode.modes, at: gateway.range(of: \.mode))
      }
    }
  }
}
