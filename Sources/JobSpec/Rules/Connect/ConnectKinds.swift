import HCLParser

struct ConnectSeveralKinds: ValidationRule {
  let facts = RuleFacts(
    "connect-several-kinds", .server, covers: [160], finds: "a connect block that is not exactly one kind of thing",
    because: """
      A service joins the mesh in one of three ways: it speaks the protocol itself (native), it has a sidecar proxy, or \
      it is a gateway.
      """,
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    native = true\n    sidecar_service {}\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      guard let connect = placed.service.connect else { continue }
      let kinds = [connect.native, connect.sidecarService != nil, connect.gateway != nil].count { $0 }
      guard kinds != 1 else { continue }
      report(
        kinds == 0
          ? "the connect block says neither native, sidecar_service nor gateway"
          : "the connect block says more than one of native, sidecar_service and gateway", at: connect.headerRange,
        help: kinds == 0 ? "add sidecar_service {} to give the service a proxy" : "keep one of them")
    }
  }
}

struct ConnectInTask: ValidationRule {
  let facts = RuleFacts(
    "connect-in-task", .server, covers: [128], finds: "a connect block in a service of a task",
    because: "The proxy of a mesh service serves the whole group, so the service belongs to the group.",
    failing: .taskPart("service {\n  name = \"web\"\n\n  connect {\n    sidecar_service {}\n  }\n}"),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where placed.owner != nil {
      guard let connect = placed.service.connect else { continue }
      report(
        "a service of a task cannot have a connect block", at: connect.headerRange,
        help: "move service \"\(placed.service.name)\" into group \"\(placed.group.name)\"")
    }
  }
}

struct ConnectWithNomadProvider: ValidationRule {
  let facts = RuleFacts(
    "connect-with-nomad-provider", .server, covers: [125], finds: "a connect block in a service registered with Nomad",
    because: "The service mesh is Consul's; services registered with Nomad itself cannot join it.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name     = \"web\"\n  port     = \"80\"\n  provider = \"nomad\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where placed.service.provider == "nomad" {
      guard let connect = placed.service.connect else { continue }
      report(
        "a service with provider \"nomad\" cannot have a connect block", at: connect.headerRange,
        related: [.init("the provider", placed.service.range(of: \.provider))],
        help: "use provider \"consul\", or remove the block")
    }
  }
}
