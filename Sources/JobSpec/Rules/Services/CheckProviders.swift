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

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (check, placed) in checked.checks where placed.service.provider == "nomad" {
      if check.expose { refuse("expose", check.nameRange(of: \.expose), &report) }
      if check.successBeforePassing != 0 {
        refuse("success_before_passing", check.nameRange(of: \.successBeforePassing), &report)
      }
      // Nomad's own checks count failures since 1.7.3.
      let countsFailures = checked.target.map { $0 >= NomadRelease(1, 7, 3) } ?? false
      if check.failuresBeforeCritical != 0, !countsFailures {
        refuse("failures_before_critical", check.nameRange(of: \.failuresBeforeCritical), &report)
      }
      if !check.tlsServerName.isEmpty { refuse("tls_server_name", check.nameRange(of: \.tlsServerName), &report) }
      if check.tlsSkipVerify { refuse("tls_skip_verify", check.nameRange(of: \.tlsSkipVerify), &report) }
      if check.addressMode == "driver" {
        report(
          "address mode \"driver\" is for checks of Consul services", at: check.range(of: \.addressMode),
          help: "remove the key, or use provider \"consul\"")
      }
      if check.onUpdate == "ignore_warnings" {
        report(
          "on_update \"ignore_warnings\" is for checks of Consul services",
          at: check.wrote(\.onUpdate) ? check.range(of: \.onUpdate) : placed.service.range(of: \.onUpdate),
          help: "Nomad's own checks have no warnings; use \"require_healthy\" or \"ignore\"")
      }
      if let restart = check.checkRestart, restart.ignoreWarnings {
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

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (check, placed) in checked.checks where placed.service.provider == "nomad" {
      let method = check.method
      guard check.type.lowercased() == "http", !method.isEmpty, !CheckUnknownMethod.methods.contains(method)
      else { continue }
      report(
        "HTTP has no method \"\(method)\"", at: check.range(of: \.method),
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

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (check, placed) in checked.checks where placed.service.provider == "consul" && !check.needsPort {
      if check.successBeforePassing > 0 {
        refuse("success_before_passing", check.type, check.nameRange(of: \.successBeforePassing), &report)
      }
      if check.failuresBeforeCritical > 0 {
        refuse("failures_before_critical", check.type, check.nameRange(of: \.failuresBeforeCritical), &report)
      }
      if check.failuresBeforeWarning > 0 {
        refuse("failures_before_warning", check.type, check.nameRange(of: \.failuresBeforeWarning), &report)
      }
    }
  }

  private func refuse(_ key: String, _ type: String, _ range: SourceRange, _ report: inout RuleReporter) {
    report("a \(type) check cannot have \"\(key)\"", at: range, help: "only tcp, http and grpc checks can")
  }
}
