import HCLParser

struct ServiceUnknownAddressMode: ValidationRule {
  static let modes = ["auto", "alloc", "driver", "host"]

  let facts = RuleFacts(
    "service-unknown-address-mode", .server, covers: [121], finds: "an address mode of a service that does not exist",
    because:
      "The mode says which address is registered: the allocation's, the driver's, the host's, or the fitting one.",
    failing: .groupPart("service {\n  name         = \"web\"\n  address_mode = \"bridge\"\n}"),
    passing: .groupPart("service {\n  name         = \"web\"\n  address_mode = \"alloc\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where !ServiceUnknownAddressMode.modes.contains(placed.service.addressMode) {
      let mode = placed.service.addressMode
      if mode == "alloc_ipv6" {
        if let target = checked.target, target >= NomadRelease(1, 10, 1) { continue }
        report(
          "address mode \"alloc_ipv6\" is known since 1.10.1", at: placed.service.range(of: \.addressMode),
          help: "--target-version says which release counts")
        continue
      }
      report.unknown(
        mode, "address mode", of: ServiceUnknownAddressMode.modes, at: placed.service.range(of: \.addressMode))
    }
  }
}

struct ServiceAddressMode: ValidationRule {
  let facts = RuleFacts(
    "service-address-mode", .server, covers: [115, 116, 122, 127, 131],
    finds: "an address mode that does not fit where the service stands",
    because: """
      Mode "driver" is for services of a task, whose driver has an address; mode "alloc" is for services of a group, \
      whose network namespace has one. A service that gives its own address keeps mode "auto".
      """,
    failing: .groupPart("service {\n  name         = \"web\"\n  address_mode = \"driver\"\n}"),
    passing: .groupPart("service {\n  name         = \"web\"\n  address_mode = \"alloc\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      let mode = placed.service.addressMode
      let place = placed.service.range(of: \.addressMode)
      if !placed.service.address.isEmpty, mode != "auto" {
        report(
          "a service with an address cannot have address mode \"\(mode)\"", at: place,
          related: [.init("the address", placed.service.range(of: \.address))], help: "remove one of the two")
      }
      if placed.owner == nil, mode == "driver" {
        report(
          "a service of a group cannot have address mode \"driver\"", at: place,
          help: "use \"alloc\" or \"host\", or move the service into the task")
      } else if placed.owner != nil, mode == "alloc" {
        report(
          "a service of a task cannot have address mode \"alloc\"", at: place, help: "move the service into the group")
      }
      checkModes(of: placed, &report)
    }
  }

  private func checkModes(of placed: PlacedService, _ report: inout RuleReporter) {
    for check in placed.service.checks {
      if placed.owner == nil, !check.task.isEmpty, check.addressMode == "driver" {
        report(
          "a check of a group's service cannot have address mode \"driver\"", at: check.range(of: \.addressMode),
          help: "use \"alloc\" or \"host\"")
      } else if placed.owner != nil, check.addressMode == "alloc" {
        report(
          "a check of a task's service cannot have address mode \"alloc\"", at: check.range(of: \.addressMode),
          help: "move the service into the group")
      }
    }
  }
}
