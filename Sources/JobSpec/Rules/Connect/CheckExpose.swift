import HCLParser

struct CheckTCPInMesh: ValidationRule {
  let facts = RuleFacts(
    "check-tcp-in-mesh", .server, covers: [136], finds: "a tcp check of a service behind a sidecar",
    because: """
      A service behind a sidecar listens on the loopback address of its network namespace, where the check of the node \
      cannot reach it. The sidecar has a tcp check of its own.
      """,
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n\n  check {\n    type     = \"tcp\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n\n  check {\n    type     = \"http\"\n    path     = \"/health\"\n    expose   = true\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      guard placed.check.type.lowercased() == "tcp", let sidecar = placed.service.connect?.sidecarService else {
        continue
      }
      report(
        "a service behind a sidecar cannot have a tcp check", at: placed.check.range(of: \.type),
        related: [.init("the sidecar", sidecar.headerRange)],
        help: "use an http or grpc check with expose = true, or a script check")
    }
  }
}

struct CheckExposeType: ValidationRule {
  let facts = RuleFacts(
    "check-expose-type", .server, covers: [157], finds: "expose on a check that is neither http nor grpc",
    because: "The proxy lets single paths through, and only http and grpc checks have one.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n\n  check {\n    type     = \"script\"\n    task     = \"server\"\n    command  = \"/bin/ok\"\n    expose   = true\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n\n  check {\n    type     = \"http\"\n    path     = \"/health\"\n    expose   = true\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.check.expose && placed.service.provider == "consul" {
      let type = placed.check.type.lowercased()
      if type == "http" || type == "grpc" || placed.check.type.isInterpolated { continue }
      // The tcp check itself is refused then.
      if type == "tcp", placed.service.connect?.sidecarService != nil { continue }
      report(
        "only http and grpc checks can be exposed, not \"\(placed.check.type)\"",
        at: placed.check.nameRange(of: \.expose))
    }
  }
}

struct CheckExpose: ValidationRule {
  let facts = RuleFacts(
    "check-expose", .server, covers: [168, 169, 170, 171], finds: "an exposed check that no proxy could let through",
    because: """
      For a check with expose = true the server adds a path to the sidecar's proxy. That needs a sidecar, a service of \
      the group, one network in mode "bridge", and a port known from the file: a number, or the label of a static port.
      """,
    failing: .check("type = \"http\"\npath = \"/health\"\nexpose = true"),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n\n  check {\n    type     = \"http\"\n    path     = \"/health\"\n    expose   = true\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.check.expose && placed.service.provider == "consul" {
      let place = placed.check.nameRange(of: \.expose)
      if placed.owner != nil {
        report(
          "a check of a task's service cannot be exposed", at: place,
          help: "move the service into group \"\(placed.group.name)\"")
        continue
      }
      guard placed.service.connect?.sidecarService != nil else {
        report(
          "the check is exposed, and service \"\(placed.service.name)\" has no sidecar", at: place,
          help: "remove \"expose\": without a proxy the check reaches the service anyway")
        continue
      }
      guard placed.group.networks.count == 1, placed.group.networks[0].mode == "bridge" else {
        // A missing or second network is reported where the sidecar is.
        if let network = placed.group.networks.first, placed.group.networks.count == 1 {
          report(
            "an exposed check needs a network in mode \"bridge\"", at: place,
            related: [.init("the group's network", network.range(of: \.mode))])
        }
        continue
      }
      guard placed.check.asksForExposedPath, JobExpansion.localPort(of: placed.service, in: placed.group) == nil
      else { continue }
      report(
        "the port of service \"\(placed.service.name)\" is not known, so the check cannot be exposed",
        at: placed.service.range(of: \.port),
        detail:
          "Nomad needs the number on which the service listens: it looks for a static port of that label, or a number.",
        related: [.init("the exposed check", place)], help: "give the number itself, for example port = \"8080\"")
    }
  }
}
