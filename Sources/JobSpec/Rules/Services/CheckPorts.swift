import HCLParser

struct CheckMissingPort: ValidationRule {
  let facts = RuleFacts(
    "check-missing-port", .server, covers: [133, 135], finds: "a check that needs a port and has none",
    because: "Checks of type tcp, http and grpc connect to a port: their own, or that of their service.",
    failing: .check("type = \"tcp\"", service: "tags = [\"blue\"]"), passing: .check("type = \"tcp\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks
    where placed.check.needsPort && placed.check.port.isEmpty && placed.service.port.isEmpty {
      // For an exposed check the server makes a port; what keeps it from doing so is said elsewhere.
      if placed.owner == nil, placed.service.connect?.sidecarService != nil, placed.check.asksForExposedPath {
        continue
      }
      report(
        "the \(placed.check.type) check needs a port, and neither it nor service \"\(placed.service.name)\" has one",
        at: placed.check.headerRange, help: "add \"port\" to the service")
    }
  }
}

struct CheckNumericPort: ValidationRule {
  let facts = RuleFacts(
    "check-numeric-port", .server, covers: [134], finds: "a check of a task's service with a number for a port",
    because: """
      In a task, a check's port is a label of the group's network. A number means a port at the driver's address, which \
      address_mode "driver" has to say.
      """,
    failing: .taskPart(
      "service {\n  name = \"web\"\n\n  check {\n    type     = \"tcp\"\n    port     = \"8080\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .taskPart(
      "service {\n  name = \"web\"\n\n  check {\n    type         = \"tcp\"\n    port         = \"8080\"\n    address_mode = \"driver\"\n    interval     = \"10s\"\n    timeout      = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.owner != nil && placed.check.needsPort {
      let text = placed.check.port.isEmpty ? placed.service.port : placed.check.port
      guard let number = Int(text) else { continue }
      let place = placed.check.port.isEmpty ? placed.check.headerRange : placed.check.range(of: \.port)
      if placed.check.addressMode != "driver" {
        report(
          "the check has a number for a port, \(number), without address mode \"driver\"", at: place,
          help: "name a port of the group's network, or add address_mode = \"driver\"")
      } else if number <= 0 {
        report("\(number) is no port", at: place)
      }
    }
  }
}
