import HCLParser

struct GatewayNetwork: ValidationRule {
  let facts = RuleFacts(
    "gateway-network", .server, covers: [167], finds: "a gateway in a group whose network does not fit",
    because: "A gateway listens for others, so its group has exactly one network, in mode \"bridge\" or \"host\".",
    failing: .group(
      "service {\n  name = \"out\"\n\n  connect {\n    gateway {\n      terminating {\n        service {\n          name = \"legacy\"\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      terminating {\n        service {\n          name = \"legacy\"\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let gateway = placed.group.services.lazy.compactMap({ $0.connect?.gateway }).first else { continue }
      let cause = Diagnostic.Related("because of this gateway", gateway.headerRange)
      guard placed.group.networks.count == 1 else {
        report(
          "a group with a gateway needs exactly one network; group \"\(placed.group.name)\" has \(placed.group.networks.count)",
          at: placed.group.networks.isEmpty ? placed.group.headerRange : placed.group.networks[1].headerRange,
          related: [cause],
          help: placed.group.networks.isEmpty ? "add network { mode = \"bridge\" }" : "keep one network")
        continue
      }
      let mode = placed.group.networks[0].mode
      if mode == "bridge" || mode == "host" { continue }
      report(
        "a gateway needs a network in mode \"bridge\" or \"host\"" + (mode.isEmpty ? "" : ", not \"\(mode)\""),
        at: placed.group.networks[0].range(of: \.mode), related: [cause],
        help: mode.isEmpty ? "write the mode, even if it is \"host\"" : nil)
    }
  }
}

struct GatewayKind: ValidationRule {
  let facts = RuleFacts(
    "gateway-kind", .server, covers: [173], finds: "a gateway that is not exactly one kind of gateway",
    because: "A gateway lets traffic in (ingress), out (terminating), or through to other datacenters (mesh).",
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"in\"\n\n  connect {\n    gateway {\n      proxy {}\n    }\n  }\n}\n\ntask \"envoy\" {\n  driver = \"docker\"\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      terminating {\n        service {\n          name = \"legacy\"\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for gateway in checked.gateways {
      let kinds = [gateway.ingress != nil, gateway.terminating != nil, gateway.mesh != nil].count { $0 }
      guard kinds != 1 else { continue }
      report(
        kinds == 0
          ? "the gateway says neither ingress, terminating nor mesh"
          : "the gateway says more than one of ingress, terminating and mesh", at: gateway.headerRange,
        help: "say exactly one of them")
    }
  }
}

struct GatewayProxy: ValidationRule {
  static let discoveryTypes = ["STRICT_DNS", "LOGICAL_DNS"]

  let facts = RuleFacts(
    "gateway-proxy", .server, covers: [175, 176], finds: "settings of a gateway's proxy that Envoy does not know",
    because: "The proxy is told how to resolve names and which addresses to listen on; both have to be complete.",
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      proxy {\n        envoy_dns_discovery_type = \"DNS\"\n      }\n      terminating {\n        service {\n          name = \"legacy\"\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      proxy {\n        envoy_dns_discovery_type = \"STRICT_DNS\"\n      }\n      terminating {\n        service {\n          name = \"legacy\"\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for gateway in checked.gateways {
      guard let proxy = gateway.proxy else { continue }
      let type = proxy.envoyDNSDiscoveryType
      if !type.isEmpty, !GatewayProxy.discoveryTypes.contains(type) {
        report.unknown(
          type, "DNS discovery type", of: GatewayProxy.discoveryTypes, at: proxy.range(of: \.envoyDNSDiscoveryType))
      }
      for address in proxy.envoyGatewayBindAddresses where !address.origin.entries.isEmpty {
        if address.address.isEmpty {
          report("bind address \"\(address.name)\" has no address", at: address.range(of: \.address))
        }
        if address.port <= 0, address.port != -1 {
          report("bind address \"\(address.name)\" has no port", at: address.range(of: \.port))
        }
      }
    }
  }
}

struct GatewayMeshPort: ValidationRule {
  let facts = RuleFacts(
    "gateway-mesh-port", .server, finds: "a mesh gateway without a port",
    because: "A mesh gateway is reached from other datacenters at the port of its service, which has to be declared.",
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"mesh\"\n\n  connect {\n    gateway {\n      mesh {}\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n\n  port \"wan\" {}\n}\n\nservice {\n  name = \"mesh\"\n  port = \"wan\"\n\n  connect {\n    gateway {\n      mesh {}\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for service in checked.groups.flatMap(\.group.services) where service.port.isEmpty {
      guard let mesh = service.connect?.gateway?.mesh else { continue }
      report(
        "service \"\(service.name)\" is a mesh gateway and has no port", at: service.headerRange,
        related: [.init("the gateway", mesh.headerRange)],
        help: "declare a port in the group's network and name it here")
    }
  }
}

extension CheckedGroups {
  /// All gateways of the job.
  var gateways: [Connect.Gateway] {
    services.compactMap { $0.owner == nil ? $0.service.connect?.gateway : nil }
  }
}
