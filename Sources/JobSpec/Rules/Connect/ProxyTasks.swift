import HCLParser

struct ProxyTaskMalformed: ValidationRule {
  let facts = RuleFacts(
    "proxy-task-malformed", .server, covers: [199], finds: "a hand-written proxy task that does not fit its service",
    because: """
      A task of kind "connect-proxy:NAME" is the sidecar of the group's service NAME. It has no services of its own and \
      is no leader.
      """,
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\ntask \"envoy\" {\n  driver = \"docker\"\n  kind   = \"connect-proxy:web\"\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {}\n  }\n}\n\ntask \"envoy\" {\n  driver = \"docker\"\n  kind   = \"connect-proxy:web\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let prefix = "connect-proxy:"
    for placed in checked.tasks where placed.task.kind.hasPrefix(prefix) && placed.task.wrote(\.kind) {
      let name = String(placed.task.kind.dropFirst(prefix.count))
      if !placed.task.services.isEmpty {
        report("a proxy task cannot have services", at: placed.task.services[0].headerRange)
      }
      if placed.task.leader { report("a proxy task cannot be the leader", at: placed.task.range(of: \.leader)) }
      let meshed = placed.group.services.filter { $0.connect?.sidecarService != nil }.map(\.name)
      if !meshed.contains(where: { $0.isSame(as: name) }) {
        report(
          "group \"\(placed.group.name)\" has no service \"\(name)\" with a sidecar", at: placed.task.range(of: \.kind),
          help: NameSuggestion.nearest(to: name, among: meshed).map { "did you mean \"\($0)\"?" })
      }
    }
  }
}

struct TransparentProxy: ValidationRule {
  let facts = RuleFacts(
    "transparent-proxy", .server, covers: [268], since: NomadRelease(1, 8),
    finds: "a transparent proxy in a group where it cannot work",
    because: """
      A transparent proxy takes over all traffic of the group's network namespace, and its DNS. So it is the only \
      connect block of the group, the group sets no DNS of its own unless the proxy leaves DNS alone, and no task runs \
      as the proxy's user.
      """,
    failing: .groupPart(
      "network {\n  mode = \"bridge\"\n  dns {\n    servers = [\"10.0.0.2\"]\n  }\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        transparent_proxy {}\n      }\n    }\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        transparent_proxy {}\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let connects = placed.group.services.compactMap(\.connect)
      guard let transparent = connects.lazy.compactMap({ $0.sidecarService?.proxy?.transparentProxy }).first else {
        continue
      }
      if connects.count > 1 {
        report(
          "a group with a transparent proxy can have one connect block, and group \"\(placed.group.name)\" has \(connects.count)",
          at: transparent.headerRange, related: connects.map { .init("a connect block", $0.headerRange) })
      }
      if !transparent.noDNS, let dns = placed.group.networks.first?.dns {
        report(
          "a transparent proxy resolves names through Consul, so the group's dns block has no place",
          at: dns.headerRange,
          related: [.init("the transparent proxy", transparent.headerRange)],
          help: "remove the dns block, or add no_dns = true to the proxy")
      }
      let uid = transparent.uid.isEmpty ? "101" : transparent.uid
      for task in placed.group.tasks where task.wrote(\.user) && task.user.isSame(as: uid) && task.kind.isEmpty {
        report(
          "task \"\(task.name)\" runs as user \(uid), which is the proxy's", at: task.range(of: \.user),
          detail: "Traffic of the proxy's user is not redirected, so the task would bypass the mesh.")
      }
    }
  }
}
