public import HCLParser

/// `service`: service registration.
public struct Service: Sendable, Hashable {
  /// Service name.
  public var name = ""
  /// Tags registered with the service.
  public var tags: [String]?
  /// Tags used instead of tags while the allocation is a canary.
  public var canaryTags: [String]?
  /// Lets outside parties change tags in Consul.
  public var enableTagOverride = false
  /// Port label or number to advertise.
  public var port = ""
  /// Which address to advertise.
  public var addressMode = ""
  /// Custom address to advertise; requires address_mode auto.
  public var address = ""
  /// Health check of a service.
  public var checks: [Service.Check] = []
  /// Restart the task when the check stays unhealthy.
  @OutOfLine public var checkRestart: Service.CheckRestart?
  /// Consul service mesh settings; group services only.
  @OutOfLine public var connect: Connect?
  /// User key/value metadata; values become strings.
  public var meta: StringMap?
  /// Metadata that replaces meta while the allocation is a canary.
  public var canaryMeta: StringMap?
  /// Extra named addresses registered in Consul (since 1.4.0).
  public var taggedAddresses: StringMap?
  /// Task the group service belongs to (needed for script checks and Connect native).
  public var task = ""
  /// How check status affects deployments.
  public var onUpdate = ""
  /// Identity used to register this service in Consul.
  @OutOfLine public var identity: Identity?
  /// DNS SRV weights of the instance by health.
  @OutOfLine public var weights: Service.Weights?
  /// Backend for the registration.
  public var provider = ""
  /// Consul cluster name.
  public var cluster = ""
  /// Consul service kind.
  public var kind = ""
  public var origin = Origin()

  public init() {}
}

extension Service {
  /// `weights`: DNS SRV weights of the instance by health.
  public struct Weights: Sendable, Hashable {
    /// Weight when passing.
    public var passing = 0
    /// Weight when warning.
    public var warning = 0
    public var origin = Origin()

    public init() {}
  }
}
