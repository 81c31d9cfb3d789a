public import HCLParser

extension Service {
  /// `check`: health check of a service.
  public struct Check: Sendable, Hashable {
    /// Check name.
    public var name = ""
    /// Kind of check.
    public var type = ""
    /// Program of a script check.
    public var command = ""
    /// Arguments of a script check.
    public var args: [String]?
    /// URL path of an http check; relative, may hold a query.
    public var path = ""
    /// http or https for http checks.
    public var `protocol` = ""
    /// Port label or number; inherits the service port.
    public var port = ""
    /// Generate an Envoy expose path for this http/grpc check of a Connect group service.
    public var expose = false
    /// Address used by the check.
    public var addressMode = ""
    /// Address advertised for the check.
    public var advertise = ""
    /// Time between runs.
    public var interval = Duration.zero
    /// Limit for one run.
    public var timeout = Duration.zero
    /// Status before the first run.
    public var initialStatus = ""
    /// Text passed to Consul.
    public var notes = ""
    /// SNI name for TLS checks.
    public var tlsServerName = ""
    /// Skip TLS verification.
    public var tlsSkipVerify = false
    /// HTTP headers; every attribute is a list of strings.
    public var header: StringListMap?
    /// HTTP method; GET when empty.
    public var method = ""
    /// Restart the task when the check stays unhealthy.
    @OutOfLine public var checkRestart: Service.CheckRestart?
    /// gRPC service name to query.
    public var grpcService = ""
    /// TLS for gRPC.
    public var grpcUseTLS = false
    /// Task that runs a script check of a group service.
    public var task = ""
    /// Consecutive successes before passing (Consul).
    public var successBeforePassing = 0
    /// Consecutive failures before critical (Consul).
    public var failuresBeforeCritical = 0
    /// Consecutive failures before warning (Consul).
    public var failuresBeforeWarning = 0
    /// HTTP request body.
    public var body = ""
    /// How the status affects deployments.
    public var onUpdate = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Service.Check: BlockModel {
  public static let schema = BlockSchema<Service.Check>(
    "check", "Health check of a service.",
    fields: [
      .attribute("name", "Name", \.name, "Check name."),
      .attribute("type", "Type", \.type, "Kind of check.", choices: ["http", "tcp", "grpc", "script"]),
      .attribute("command", "Command", \.command, "Program of a script check."),
      .attribute("args", "Args", \.args, "Arguments of a script check."),
      .attribute("path", "Path", \.path, "URL path of an http check; relative, may hold a query."),
      .attribute("protocol", "Protocol", \.protocol, "http or https for http checks.", choices: ["http", "https"]),
      .attribute("port", "PortLabel", \.port, "Port label or number; inherits the service port."),
      .attribute(
        "expose", "Expose", \.expose,
        "Generate an Envoy expose path for this http/grpc check of a Connect group service."),
      .attribute(
        "address_mode", "AddressMode", \.addressMode, "Address used by the check.",
        choices: ["alloc", "driver", "host"]),
      .attribute("advertise", "Advertise", \.advertise, "Address advertised for the check.", since: "1.3.0"),
      .attribute("interval", "Interval", \.interval, "Time between runs.", default: "0s"),
      .attribute("timeout", "Timeout", \.timeout, "Limit for one run.", default: "0s"),
      .attribute(
        "initial_status", "InitialStatus", \.initialStatus, "Status before the first run.",
        choices: ["passing", "warning", "critical"]),
      .attribute("notes", "Notes", \.notes, "Text passed to Consul.", since: "1.8.1"),
      .attribute("tls_server_name", "TLSServerName", \.tlsServerName, "SNI name for TLS checks.", since: "1.6.0"),
      .attribute("tls_skip_verify", "TLSSkipVerify", \.tlsSkipVerify, "Skip TLS verification."),
      .textLists("header", "Header", \.header, "HTTP headers; every attribute is a list of strings."),
      .attribute("method", "Method", \.method, "HTTP method; GET when empty."),
      .block("check_restart", "CheckRestart", \._checkRestart, "Restart the task when the check stays unhealthy."),
      .attribute("grpc_service", "GRPCService", \.grpcService, "gRPC service name to query."),
      .attribute("grpc_use_tls", "GRPCUseTLS", \.grpcUseTLS, "TLS for gRPC."),
      .attribute("task", "TaskName", \.task, "Task that runs a script check of a group service."),
      .attribute(
        "success_before_passing", "SuccessBeforePassing", \.successBeforePassing,
        "Consecutive successes before passing (Consul).", default: "0"),
      .attribute(
        "failures_before_critical", "FailuresBeforeCritical", \.failuresBeforeCritical,
        "Consecutive failures before critical (Consul).", default: "0"),
      .attribute(
        "failures_before_warning", "FailuresBeforeWarning", \.failuresBeforeWarning,
        "Consecutive failures before warning (Consul).", default: "0", since: "1.7.3"),
      .attribute("body", "Body", \.body, "HTTP request body.", since: "1.1.0"),
      .attribute(
        "on_update", "OnUpdate", \.onUpdate, "How the status affects deployments.",
        choices: ["require_healthy", "ignore_warnings", "ignore"], since: "1.1.0"),
    ])
}

extension Service {
  /// `check_restart`: restart the task when the check stays unhealthy.
  public struct CheckRestart: Sendable, Hashable {
    /// Consecutive failures that trigger a restart; 0 disables.
    public var limit = 0
    /// Wait after a (re)start before checks count.
    public var grace: Duration?
    /// Treat warning as passing.
    public var ignoreWarnings = false
    public var origin = Origin()

    public init() {}
  }
}

extension Service.CheckRestart: BlockModel {
  public static let schema = BlockSchema<Service.CheckRestart>(
    "check_restart", "Restart the task when the check stays unhealthy.",
    fields: [
      .attribute("limit", "Limit", \.limit, "Consecutive failures that trigger a restart; 0 disables.", default: "0"),
      .attribute("grace", "Grace", \.grace, "Wait after a (re)start before checks count.", default: "1s"),
      .attribute("ignore_warnings", "IgnoreWarnings", \.ignoreWarnings, "Treat warning as passing."),
    ])
}
