public import HCLParser

/// `connect`: consul service mesh settings; group services only.
public struct Connect: Sendable, Hashable {
  /// The task speaks the mesh protocol itself.
  public var native = false
  /// Consul gateway run by this service; exactly one of ingress, terminating, mesh.
  @OutOfLine public var gateway: Connect.Gateway?
  /// Sidecar proxy registration.
  @OutOfLine public var sidecarService: Connect.Sidecar?
  /// Overrides for the generated proxy task.
  @OutOfLine public var sidecarTask: Connect.SidecarTask?
  public var origin = Origin()

  public init() {}
}

extension Connect: BlockModel {
  public static let schema = BlockSchema<Connect>(
    "connect", "Consul service mesh settings; group services only.",
    fields: [
      .attribute("native", "Native", \.native, "The task speaks the mesh protocol itself."),
      .block(
        "gateway", "Gateway", \._gateway,
        "Consul gateway run by this service; exactly one of ingress, terminating, mesh."),
      .block("sidecar_service", "SidecarService", \._sidecarService, "Sidecar proxy registration."),
      .block("sidecar_task", "SidecarTask", \._sidecarTask, "Overrides for the generated proxy task."),
    ])
}

extension Connect {
  /// `sidecar_service`: sidecar proxy registration.
  public struct Sidecar: Sendable, Hashable {
    /// Tags of the sidecar service.
    public var tags: [String]?
    /// Port label of the proxy's public listener.
    public var port = ""
    /// Proxy configuration.
    @OutOfLine public var proxy: Connect.Proxy?
    /// Omit the default TCP check of the sidecar.
    public var disableDefaultTCPCheck = false
    /// User key/value metadata; values become strings.
    public var meta: StringMap?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Sidecar: BlockModel {
  public static let schema = BlockSchema<Connect.Sidecar>(
    "sidecar_service", "Sidecar proxy registration.",
    fields: [
      .attribute("tags", "Tags", \.tags, "Tags of the sidecar service."),
      .attribute("port", "Port", \.port, "Port label of the proxy's public listener."),
      .block("proxy", "Proxy", \._proxy, "Proxy configuration."),
      .attribute(
        "disable_default_tcp_check", "DisableDefaultTCPCheck", \.disableDefaultTCPCheck,
        "Omit the default TCP check of the sidecar.", since: "1.1.0"),
      .texts("meta", "Meta", \.meta, "User key/value metadata; values become strings.", since: "1.5.4"),
    ])
}

extension Connect {
  /// `sidecar_task`: overrides for the generated proxy task.
  public struct SidecarTask: Sendable, Hashable {
    /// Task name.
    public var name = ""
    /// Driver.
    public var driver = ""
    /// OS user.
    public var user = ""
    /// Opaque driver configuration.
    public var config: FreeFormBody?
    /// Environment variables; values become strings.
    public var env: StringMap?
    /// Resources reserved for the task.
    @OutOfLine public var resources: Resources?
    /// User key/value metadata; values become strings.
    public var meta: StringMap?
    /// Stop timeout.
    public var killTimeout: Duration?
    /// Log rotation.
    @OutOfLine public var logs: LogConfig?
    /// Delay before stop.
    public var shutdownDelay: Duration?
    /// Stop signal.
    public var killSignal = ""
    /// Mounts a group volume into the task.
    public var volumeMounts: [VolumeMount] = []
    /// Workload identity token exposed to the workload.
    public var identities: [Identity] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.SidecarTask: BlockModel {
  public static let schema = BlockSchema<Connect.SidecarTask>(
    "sidecar_task", "Overrides for the generated proxy task.",
    fields: [
      .attribute("name", "Name", \.name, "Task name."),
      .attribute("driver", "Driver", \.driver, "Driver."),
      .attribute("user", "User", \.user, "OS user."),
      .freeForm("config", "Config", \.config, "Opaque driver configuration."),
      .texts("env", "Env", \.env, "Environment variables; values become strings."),
      .block("resources", "Resources", \._resources, "Resources reserved for the task."),
      .texts("meta", "Meta", \.meta, "User key/value metadata; values become strings."),
      .attribute("kill_timeout", "KillTimeout", \.killTimeout, "Stop timeout.", default: "5s"),
      .block("logs", "LogConfig", \._logs, "Log rotation."),
      .attribute("shutdown_delay", "ShutdownDelay", \.shutdownDelay, "Delay before stop.", default: "0s"),
      .attribute("kill_signal", "KillSignal", \.killSignal, "Stop signal."),
      .blocks("volume_mount", "VolumeMounts", \.volumeMounts, "Mounts a group volume into the task.", since: "1.8.0"),
      .blocks(
        "identity", "Identities", \.identities, "Workload identity token exposed to the workload.", since: "1.11.1"),
    ])
}
