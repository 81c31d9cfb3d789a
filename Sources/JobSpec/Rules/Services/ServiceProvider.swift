import HCLParser

struct ServiceUnknownProvider: ValidationRule {
  static let providers = ["consul", "nomad"]

  let facts = RuleFacts(
    "service-unknown-provider", .server, covers: [124], finds: "a service provider that does not exist",
    because: "Services are registered with Consul (\"consul\", the default) or with Nomad itself (\"nomad\").",
    failing: .groupPart("service {\n  name     = \"web\"\n  provider = \"etcd\"\n}"),
    passing: .groupPart("service {\n  name     = \"web\"\n  provider = \"nomad\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where !ServiceUnknownProvider.providers.contains(placed.service.provider) {
      let provider = placed.service.provider
      report.unknown(
        provider, "service provider", of: ServiceUnknownProvider.providers, at: placed.service.range(of: \.provider))
    }
  }
}

struct ServiceMixedProviders: ValidationRule {
  let facts = RuleFacts(
    "service-mixed-providers", .server, covers: [119], finds: "services of one group with different providers",
    because: "All services of a group, those of its tasks among them, are registered with the same provider.",
    failing: .groupPart(
      "service {\n  name     = \"web\"\n  provider = \"nomad\"\n}\n\nservice {\n  name     = \"admin\"\n  provider = \"consul\"\n}"
    ),
    passing: .groupPart(
      "service {\n  name     = \"web\"\n  provider = \"nomad\"\n}\n\nservice {\n  name     = \"admin\"\n  provider = \"nomad\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let services = placed.group.services + placed.group.tasks.flatMap(\.services)
      guard let first = services.first, let other = services.first(where: { $0.provider != first.provider }) else {
        continue
      }
      report(
        "group \"\(placed.group.name)\" mixes the providers \"\(first.provider)\" and \"\(other.provider)\"",
        at: other.range(of: \.provider),
        related: [
          .init(
            first.wrote(\.provider) ? "the other provider" : "without the key the provider is \"consul\"",
            first.range(of: \.provider))
        ], help: "let all services of the group use one provider")
    }
  }
}
