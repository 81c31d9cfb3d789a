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
