import HCLParser

struct UpstreamDuplicateBind: ValidationRule {
  let facts = RuleFacts(
    "upstream-duplicate-bind", .server, covers: [165], finds: "two upstreams of a group that listen on the same port",
    because: """
      The proxies of a group share its loopback address; each upstream needs a port of its own there. Upstreams on \
      sockets are told apart by their paths since 1.8.1; before, all of them stand for port 0.
      """,
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n        upstreams {\n          destination_name = \"queue\"\n          local_bind_port  = 5432\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n        upstreams {\n          destination_name = \"queue\"\n          local_bind_port  = 5672\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let knowsSockets = checked.target.map { $0 >= NomadRelease(1, 8, 1) } ?? false
    for placed in checked.groups {
      var seen = FirstSeen<Connect.Upstream>()
      var sockets = FirstSeen<Connect.Upstream>()
      for upstream in placed.group.services.flatMap({ $0.connect?.sidecarService?.proxy?.upstreams ?? [] }) {
        let socket = upstream.localBindSocketPath
        if !socket.isEmpty {
          if let first = sockets.first(named: socket, orRemember: upstream) {
            refuse(upstream, "socket \(socket)", as: first, help: "give each upstream its own socket", &report)
            continue
          }
          if knowsSockets { continue }
        }
        let address = "\(upstream.localBindAddress):\(upstream.localBindPort)"
        guard let first = seen.first(named: address, orRemember: upstream) else { continue }
        refuse(
          upstream, upstream.localBindAddress.isEmpty ? "port \(upstream.localBindPort)" : address, as: first,
          detail: socket.isEmpty
            ? "" : "Sockets are told apart by their paths since 1.8.1; --target-version says which release counts.",
          help: "give each upstream its own port", &report)
      }
    }
  }

  private func refuse(
    _ upstream: Connect.Upstream, _ address: String, as first: Connect.Upstream, detail: String = "", help: String,
    _ report: inout RuleReporter
  ) {
    let other =
      first.destinationName.isSame(as: upstream.destinationName) ? "another one" : "\"\(first.destinationName)\""
    report(
      "upstream \"\(upstream.destinationName)\" listens on \(address), as \(other) does", at: upstream.bindRange,
      detail: detail, related: [.init("taken here", first.bindRange)], help: help)
  }
}

extension Connect.Upstream {
  /// Where it is said on what the upstream listens.
  fileprivate var bindRange: SourceRange {
    range(of: localBindSocketPath.isEmpty ? \.localBindPort : \.localBindSocketPath)
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

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for service in checked.groups.flatMap(\.group.services) {
      for upstream in service.connect?.sidecarService?.proxy?.upstreams ?? [] {
        guard let gateway = upstream.meshGateway, !gateway.mode.isEmpty,
          !UpstreamUnknownGatewayMode.modes.contains(gateway.mode)
        else { continue }
        report.unknown(
          gateway.mode, "mesh gateway mode", of: UpstreamUnknownGatewayMode.modes, at: gateway.range(of: \.mode))
      }
    }
  }
}
