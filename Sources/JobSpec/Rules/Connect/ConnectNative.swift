import HCLParser

struct ConnectNativeTask: ValidationRule {
  let facts = RuleFacts(
    "connect-native-task", .server, covers: [126, 166], finds: "a native mesh service whose task is not clear",
    because: """
      A native service is served by one task of its group, which gets the certificates. With one task in the group that \
      is clear; with several the service has to name it.
      """,
    failing: .groupPart(
      "service {\n  name = \"web\"\n  port = \"80\"\n  task = \"srever\"\n\n  connect {\n    native = true\n  }\n}"),
    passing: .groupPart(
      "service {\n  name = \"web\"\n  port = \"80\"\n  task = \"server\"\n\n  connect {\n    native = true\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      for each in placed.services {
        guard let connect = each.service.connect, connect.native else { continue }
        let service = each.service
        let names = placed.group.tasks.filter { !$0.kind.hasPrefix("connect-proxy:") }.map(\.name)
        if service.task.isEmpty {
          if names.count == 1 { continue }
          report(
            "native service \"\(service.name)\" does not say which task serves it", at: connect.range(of: \.native),
            help: "add \"task\" to the service: \(names.quotedChoice)")
        } else if !names.contains(where: { $0.isSame(as: service.task) }) {
          report(
            "group \"\(placed.group.name)\" has no task \"\(service.task)\"", at: service.range(of: \.task),
            help: NameSuggestion.nearest(to: service.task, among: names).map { "did you mean \"\($0)\"?" })
        }
      }
    }
  }
}

struct ConnectNativeMissingPort: ValidationRule {
  let facts = RuleFacts(
    "connect-native-missing-port", .server, covers: [263], since: NomadRelease(1, 8, 7), needsTarget: true,
    finds: "a native mesh service without a port",
    because: "Since 1.8.7 the server refuses a native service that nobody could connect to.",
    failing: .groupPart("service {\n  name = \"web\"\n\n  connect {\n    native = true\n  }\n}"),
    passing: .groupPart("service {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    native = true\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for service in checked.groups.flatMap(\.group.services) where service.port.isEmpty {
      guard let connect = service.connect, connect.native else { continue }
      report("native service \"\(service.name)\" has no port", at: service.headerRange, help: "add \"port\"")
    }
  }
}
