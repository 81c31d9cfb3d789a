import HCLParser

struct ServiceDuplicate: ValidationRule {
  let facts = RuleFacts(
    "service-duplicate", .server, covers: [57, 114, 118, 129],
    finds: "two services of a group that register the same thing",
    because: """
      A registration is named after the service, its task (or the group) and its port. Two services that agree in all \
      three would overwrite each other.
      """,
    failing: .groupPart(
      "service {\n  name = \"web\"\n  port = \"80\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n}"),
    passing: .groupPart(
      "service {\n  name = \"web\"\n  port = \"80\"\n}\n\nservice {\n  name = \"web-admin\"\n  port = \"81\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      // Those of the group first.
      let services = placed.group.services + placed.group.tasks.flatMap(\.services)
      guard services.count > 1 else { continue }
      var seen = FirstSeen<Service>()
      for service in services {
        // What belongs to no task is registered for a task called "group".
        let owner = service.task.isEmpty ? "group" : service.task
        let registration = "\(service.name)\0\(owner)\0\(service.port)"
        guard let first = seen.first(named: registration, orRemember: service) else { continue }
        report(
          "service \"\(service.name)\" is registered twice with the same port", at: service.range(of: \.name),
          related: [.init("first registered here", first.range(of: \.name))],
          help: "give one of them another name or port")
      }
    }
  }
}
