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
