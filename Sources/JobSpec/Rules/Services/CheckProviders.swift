import HCLParser

struct CheckConsulOnly: ValidationRule {
  let facts = RuleFacts(
    "check-consul-only", .server, covers: [151, 152, 153, 154, 156], finds: "a key of a check that only Consul has",
    because: """
      Checks of services registered with Nomad itself know fewer keys: no exposing, no driver addresses, no thresholds \
      and no TLS settings.
      """,
    failing: .check(
      "type = \"http\"\npath = \"/\"\ntls_skip_verify = true", service: "port = \"80\"\nprovider = \"nomad\""),
    passing: .check("type = \"http\"\npath = \"/\"", service: "port = \"80\"\nprovider = \"nomad\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.service.provider == "nomad" {
      if placed.check.expose { refuse("expose", placed.check.nameRange(of: \.expose), &report) }
      if placed.check.successBeforePassing != 0 {
        refuse("success_before_passing", placed.check.nameRange(of: \.successBeforePassing), &report)
      }
      // Nomad's own checks count failures since 1.7.3.
      let countsFailures = checked.target.map { $0 >= NomadRelease(1, 7, 3) } ?? false
      if placed.check.failuresBeforeCritical != 0, !countsFailures {
        refuse("failures_before_critical", placed.check.nameRange(of: \.failuresBeforeCritical), &report)
      }
      if !placed.check.tlsServerName.isEmpty {
        refuse("tls_server_name", placed.check.nameRange(of: \.tlsServerName), &report)
      }
      if placed.check.tlsSkipVerify { refuse("tls_skip_verify", placed.check.nameRange(of: \.tlsSkipVerify), &report) }
      if placed.check.addressMode == "driver" {
        report(
          "address mode \"driver\" is for checks of Consul services", at: placed.check.range(of: \.addressMode),
          help: "remove the key, or use provider \"consul\"")
      }
      if placed.check.onUpdate == "ignore_warnings" {
        report(
          "on_update \"ignore_warnings\" is for checks of Consul services",
          at: placed.check.wrote(\.onUpdate)
            ? placed.check.range(of: \.onUpdate) : placed.service.range(of: \.onUpdate),
          help: "Nomad's own checks have no warnings; use \"require_healthy\" or \"ignore\"")
      }
      if let restart = placed.check.checkRestart, restart.ignoreWarnings {
        refuse("ignore_warnings", restart.nameRange(of: \.ignoreWarnings), &report)
      }
    }
  }

  private func refuse(_ key: String, _ range: SourceRange, _ report: inout RuleReporter) {
    report(
      "\"\(key)\" is for checks of Consul services", at: range,
      help: "remove it, or register the service with provider \"consul\"")
  }
}

struct CheckUnknownMethod: ValidationRule {
  static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"]

  let facts = RuleFacts(
    "check-unknown-method", .server, covers: [155], finds: "an HTTP method that does not exist",
    because: "For services registered with Nomad the method of an http check is one of HTTP's own, in capitals.",
    failing: .check(
      "type = \"http\"\npath = \"/\"\nmethod = \"FETCH\"", service: "port = \"80\"\nprovider = \"nomad\""),
    passing: .check(
      "type = \"http\"\npath = \"/\"\nmethod = \"HEAD\"", service: "port = \"80\"\nprovider = \"nomad\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.service.provider == "nomad" {
      let method = placed.check.method
      guard placed.check.type.lowercased() == "http", !method.isEmpty, !CheckUnknownMethod.methods.contains(method)
      else { continue }
      report(
        "HTTP has no method \"\(method)\"", at: placed.check.range(of: \.method),
        help: CheckUnknownMethod.methods.contains(method.uppercased()) ? "write \"\(method.uppercased())\"" : nil)
    }
  }
}

struct CheckThresholdType: ValidationRule {
  let facts = RuleFacts(
    "check-threshold-type", .server, covers: [158, 159],
    finds: "a threshold of successes or failures on a check that cannot have one",
    because: "Consul counts successes and failures for tcp, http and grpc checks only.",
    failing: .check("type = \"script\"\ntask = \"server\"\ncommand = \"/bin/ok\"\nsuccess_before_passing = 3"),
    passing: .check("type = \"script\"\ntask = \"server\"\ncommand = \"/bin/ok\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.service.provider == "consul" && !placed.check.needsPort {
      if placed.check.successBeforePassing > 0 {
        refuse("success_before_passing", placed.check.type, placed.check.nameRange(of: \.successBeforePassing), &report)
      }
      if placed.check.failuresBeforeCritical > 0 {
        refuse(
          "failures_before_critical", placed.check.type, placed.check.nameRange(of: \.failuresBeforeCritical), &report)
      }
      if placed.check.failuresBeforeWarning > 0 {
        refuse(
          "failures_before_warning", placed.check.type, placed.check.nameRange(of: \.failuresBeforeWarning), &report)
      }
    }
  }

  private func refuse(_ key: String, _ type: String, _ range: SourceRange, _ report: inout RuleReporter) {
    report("a \(type) check cannot have \"\(key)\"", at: range, help: "only tcp, http and grpc checks can")
  }
}
