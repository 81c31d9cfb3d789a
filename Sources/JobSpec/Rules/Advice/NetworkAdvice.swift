import HCLParser

struct NetworkUnknownMode: ValidationRule {
  let facts = RuleFacts(
    "network-unknown-mode", .advice, .warning, finds: "a network mode that no node offers",
    because: """
      The modes are "host", "bridge", "none" and "cni/NAME". The server accepts any other word, and then finds no node \
      for the group.
      """,
    failing: .groupPart("network {\n  mode = \"overlay\"\n}"),
    passing: .groupPart("network {\n  mode = \"cni/overlay\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for network in checked.groups.flatMap(\.group.networks) {
      let mode = network.mode
      if mode.isEmpty || ["host", "bridge", "none"].contains(mode) || mode.isInterpolated { continue }
      if mode.hasPrefix("cni/"), mode.utf8.count > 4 { continue }
      let nearest = NameSuggestion.nearest(to: mode, among: ["host", "bridge", "none"])
      report(
        "no network mode is called \"\(mode)\"", at: network.range(of: \.mode),
        detail: "The modes are \"host\", \"bridge\", \"none\" and \"cni/NAME\".",
        help: "did you mean \"\(nearest ?? "cni/\(mode)")\"?")
    }
  }
}

struct NetworkSeveral: ValidationRule {
  let facts = RuleFacts(
    "network-several", .advice, .warning, finds: "a second network of a group",
    because: "The scheduler looks at a group's first network only; ports of a second one are never reserved.",
    failing: .groupPart("network {\n  port \"http\" {}\n}\n\nnetwork {\n  mode = \"bridge\"\n}"),
    passing: .groupPart("network {\n  mode = \"bridge\"\n  port \"http\" {}\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      for network in placed.group.networks.dropFirst() {
        report(
          "group \"\(placed.group.name)\" has a second network, which has no effect", at: network.headerRange,
          related: [.init("the first one", placed.group.networks[0].headerRange)],
          help: "put everything into one network block")
      }
    }
  }
}

struct PortInDynamicRange: ValidationRule {
  let facts = RuleFacts(
    "port-in-dynamic-range", .advice, .warning, finds: "a static port among those that Nomad hands out",
    because: """
      Dynamic ports are taken from 20000 to 32000 unless the client is configured otherwise. A static port in that range \
      may be in use by any other allocation of the node.
      """,
    failing: .groupPart("network {\n  port \"http\" {\n    static = 25000\n  }\n}"),
    passing: .groupPart("network {\n  port \"http\" {\n    static = 15000\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (network, _) in checked.networks {
      for port in network.reservedPorts where (20000...32000).contains(port.static) {
        report(
          "static port \(port.static) lies in the range of dynamic ports, 20000 to 32000", at: port.range(of: \.static),
          help: "use a port outside, or let Nomad choose one")
      }
    }
  }
}

struct PortStaticSeveralInstances: ValidationRule {
  let facts = RuleFacts(
    "port-static-several-instances", .advice, .info, finds: "a static port in a group with several instances",
    because: """
      Each instance needs the port on a node of its own. Where fewer nodes fit than there are instances, the rest waits; \
      the constraint distinct_hosts says that this is meant.
      """,
    failing: .groupPart("count = 3\n\nnetwork {\n  port \"http\" {\n    static = 8080\n  }\n}"),
    passing: .groupPart(
      "count = 3\n\nconstraint {\n  distinct_hosts = true\n}\n\nnetwork {\n  port \"http\" {\n    static = 8080\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.isSystem, checked.type != "sysbatch" else { return }
    for placed in checked.groups {
      guard let count = placed.group.count, count > 1 else { continue }
      let isApart = (checked.job.constraints + placed.group.constraints).contains { $0.operator == "distinct_hosts" }
      let isSpread = !(checked.job.spreads + placed.group.spreads).isEmpty
      guard !isApart, !isSpread else { continue }
      let port = placed.group.networks.prefix(1).flatMap(\.reservedPorts).first { $0.isStatic && !$0.ignoreCollision }
      guard let port else { continue }
      report(
        "the \(count) instances of group \"\(placed.group.name)\" need \(count) nodes, because port \"\(port.label)\" is static",
        at: port.range(of: \.static), related: [.init("the count", placed.group.range(of: \.count))],
        help: "use a dynamic port, or say so with the constraint distinct_hosts = true")
    }
  }
}

struct ServiceUnknownPort: ValidationRule {
  let facts = RuleFacts(
    "service-unknown-port", .advice, .warning, finds: "a service of a group that refers to a port nobody declared",
    because: "The server accepts the label, and the service cannot be registered when the task starts.",
    failing: .groupPart("network {\n  port \"http\" {}\n}\n\nservice {\n  name = \"web\"\n  port = \"htpp\"\n}"),
    passing: .groupPart("network {\n  port \"http\" {}\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let labels = placed.group.networks.flatMap(\.portsInOrder).map(\.label)
      let taskLabels = placed.group.tasks.flatMap { $0.resources?.networks ?? [] }.flatMap(\.ports).map(\.label)
      for service in placed.group.services {
        look(for: service.port, at: service.range(of: \.port), in: labels + taskLabels, placed.group, &report)
        for check in service.checks {
          look(for: check.port, at: check.range(of: \.port), in: labels + taskLabels, placed.group, &report)
        }
        if let sidecar = service.connect?.sidecarService {
          for path in sidecar.proxy?.expose?.paths ?? [] {
            look(for: path.listenerPort, at: path.range(of: \.listenerPort), in: labels, placed.group, &report)
          }
        }
      }
    }
  }

  private func look(
    for label: String, at range: SourceRange, in labels: [String], _ group: TaskGroup, _ report: inout RuleReporter
  ) {
    guard !label.isEmpty, Int(label) == nil, !label.isInterpolated, !labels.contains(where: { $0.isSame(as: label) })
    else { return }
    let declared = group.networks.declaredLabels
    report(
      "port \"\(label)\" is not declared in group \"\(group.name)\"", at: range,
      detail: declared.isEmpty ? "The group declares no port." : "Declared: \(declared.quotedList).",
      help: NameSuggestion.nearest(to: label, among: declared).map { "did you mean \"\($0)\"?" })
  }
}

struct CheckUnreachablePort: ValidationRule {
  let facts = RuleFacts(
    "check-unreachable-port", .advice, .warning,
    finds: "a check of a port that cannot be reached from outside the network namespace",
    because: """
      In mode "bridge" only the group's ports lead into its network namespace. A service or check that gives a number \
      speaks of that port of the node, where nothing listens.
      """,
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"8080\"\n\n  check {\n    type     = \"tcp\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n  port \"http\" {\n    to = 8080\n  }\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n\n  check {\n    type     = \"tcp\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.owner == nil && placed.check.needsPort && !placed.check.expose {
      guard let network = placed.group.networks.first, network.mode == "bridge", placed.service.address.isEmpty else {
        continue
      }
      let mode = placed.check.addressMode.isEmpty ? placed.service.addressMode : placed.check.addressMode
      if mode == "alloc" || mode == "driver" || mode.isInterpolated { continue }
      // A gateway or proxy listens for itself.
      if placed.service.connect?.gateway != nil { continue }
      let text = placed.check.port.isEmpty ? placed.service.port : placed.check.port
      guard let number = Int(text), !network.ports.contains(where: { $0.static == number }) else { continue }
      report(
        "nothing on the node leads to port \(number) of group \"\(placed.group.name)\"",
        at: placed.check.port.isEmpty ? placed.service.range(of: \.port) : placed.check.range(of: \.port),
        related: [
          .init("the network has its own namespace", network.range(of: \.mode)),
          .init("the check", placed.check.headerRange),
        ],
        help: placed.service.connect?.sidecarService != nil
          ? "add expose = true to the check" : "declare a port with to = \(number) and name its label")
    }
  }
}

struct NetworkOnBothLevels: ValidationRule {
  let facts = RuleFacts(
    "network-on-both-levels", .advice, .warning, finds: "a task with a network of its own in a group that has one",
    because: "A task's own network is an old form for mode \"host\"; its ports are not those of the group.",
    failing: .group(
      "network {\n  port \"http\" {}\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  resources {\n    network {\n      port \"admin\" {}\n    }\n  }\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n}"
    ),
    passing: .groupPart("network {\n  port \"http\" {}\n  port \"admin\" {}\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let network = placed.task.resources?.networks.first, let own = placed.group.networks.first else { continue }
      report(
        "task \"\(placed.task.name)\" has a network of its own beside the group's", at: network.headerRange,
        related: [.init("the group's network", own.headerRange)],
        help: network.ports.isEmpty ? "remove it: it has no ports" : "move its ports into the group's network")
    }
  }
}

struct UpstreamMissingPort: ValidationRule {
  let facts = RuleFacts(
    "upstream-missing-port", .advice, .warning, finds: "an upstream that listens nowhere",
    because: "The task reaches an upstream at a port or a socket of its own; without either the proxy does not start.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for service in checked.groups.flatMap(\.group.services) {
      for upstream in service.connect?.sidecarService?.proxy?.upstreams ?? [] {
        guard upstream.localBindPort == 0, upstream.localBindSocketPath.isEmpty else { continue }
        report(
          "upstream \"\(upstream.destinationName)\" has no local port", at: upstream.range(of: \.localBindPort),
          help: "add \"local_bind_port\"")
      }
    }
  }
}
