import HCLParser

struct ConnectWithoutBridge: ValidationRule {
  let facts = RuleFacts(
    "connect-without-bridge", .server, covers: [161, 162, 170],
    finds: "a sidecar in a group whose network is not one bridge",
    because: """
      Proxy and task meet on the loopback address of their own network namespace, so the group needs exactly one \
      network, in mode "bridge". Since 1.8 a CNI network will do too.
      """,
    failing: .groupPart("service {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let sidecar = placed.group.services.lazy.compactMap({ $0.connect?.sidecarService }).first else { continue }
      let cause = Diagnostic.Related("because of this sidecar", sidecar.headerRange)
      guard placed.group.networks.count == 1 else {
        report(
          "a group with a sidecar needs exactly one network; group \"\(placed.group.name)\" has \(placed.group.networks.count)",
          at: placed.group.networks.isEmpty ? placed.group.headerRange : placed.group.networks[1].headerRange,
          related: [cause],
          help: placed.group.networks.isEmpty ? "add network { mode = \"bridge\" }" : "keep one network")
        continue
      }
      let network = placed.group.networks[0]
      let isCNI = network.mode.hasPrefix("cni/")
      if network.mode == "bridge" { continue }
      if isCNI, let target = checked.target, target >= NomadRelease(1, 8) { continue }
      report(
        network.mode.isEmpty
          ? "a sidecar needs a network in mode \"bridge\", and this one has the host's"
          : "a sidecar needs a network in mode \"bridge\", not \"\(network.mode)\"", at: network.range(of: \.mode),
        detail: isCNI ? "Nomad takes CNI networks here since 1.8; --target-version says which release counts." : "",
        related: [cause], help: "write mode = \"bridge\"")
    }
  }
}

struct ConnectUppercaseName: ValidationRule {
  let facts = RuleFacts(
    "connect-uppercase-name", .server, covers: [163, 164], finds: "capitals in the name of a mesh service or its group",
    because: "Certificates and DNS names of the mesh are lower case; a name with capitals would not be found.",
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"Web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      for service in placed.group.services where service.connect?.sidecarService != nil {
        if service.name.hasCapitals, !service.name.isInterpolated {
          report(
            "the name \"\(service.name)\" of a mesh service has capitals in it", at: service.range(of: \.name),
            help: "write \"\(service.name.lowercased())\"")
        }
        if placed.group.name.hasCapitals {
          report(
            "the name \"\(placed.group.name)\" of a group with a mesh service has capitals in it",
            at: placed.group.labelRange(),
            related: [.init("the mesh service", service.headerRange)],
            help: "write \"\(placed.group.name.lowercased())\"")
        }
      }
    }
  }
}

extension String {
  /// Whether a capital letter of any script stands in the text.
  var hasCapitals: Bool { unicodeScalars.contains { $0.properties.generalCategory == .uppercaseLetter } }
}
