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

extension Service: BlockModel {
  public static let schema = BlockSchema<Service>(
    "service", "Service registration.",
    hints: ["ports": "a service advertises one port: port = \"http\""],
    fields: [
      .attribute("name", "Name", \.name, "Service name."),
      .attribute("tags", "Tags", \.tags, "Tags registered with the service."),
      .attribute(
        "canary_tags", "CanaryTags", \.canaryTags, "Tags used instead of tags while the allocation is a canary."),
      .attribute(
        "enable_tag_override", "EnableTagOverride", \.enableTagOverride, "Lets outside parties change tags in Consul."),
      .attribute("port", "PortLabel", \.port, "Port label or number to advertise."),
      .attribute(
        "address_mode", "AddressMode", \.addressMode, "Which address to advertise.", default: "auto",
        choices: ["auto", "alloc", "driver", "host"]),
      .attribute(
        "address", "Address", \.address, "Custom address to advertise; requires address_mode auto.", since: "1.3.0"),
      .blocks("check", "Checks", \.checks, "Health check of a service."),
      .block("check_restart", "CheckRestart", \._checkRestart, "Restart the task when the check stays unhealthy."),
      .block("connect", "Connect", \._connect, "Consul service mesh settings; group services only."),
      .texts("meta", "Meta", \.meta, "User key/value metadata; values become strings."),
      .texts(
        "canary_meta", "CanaryMeta", \.canaryMeta, "Metadata that replaces meta while the allocation is a canary."),
      .texts(
        "tagged_addresses", "TaggedAddresses", \.taggedAddresses,
        "Extra named addresses registered in Consul (since 1.4.0).", since: "1.4.0"),
      .attribute(
        "task", "TaskName", \.task, "Task the group service belongs to (needed for script checks and Connect native)."),
      .attribute(
        "on_update", "OnUpdate", \.onUpdate, "How check status affects deployments.", default: "require_healthy",
        choices: ["require_healthy", "ignore_warnings", "ignore"], since: "1.1.0"),
      .block("identity", "Identity", \._identity, "Identity used to register this service in Consul.", since: "1.7.0"),
      .block("weights", "Weights", \._weights, "DNS SRV weights of the instance by health.", since: "1.9.2"),
      .attribute(
        "provider", "Provider", \.provider, "Backend for the registration.", default: "consul",
        choices: ["consul", "nomad"], since: "1.3.0"),
      .attribute("cluster", "Cluster", \.cluster, "Consul cluster name.", default: "default", since: "1.7.0"),
      .attribute("kind", "Kind", \.kind, "Consul service kind.", since: "1.10.3"),
    ])
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

extension Service.Weights: BlockModel {
  public static let schema = BlockSchema<Service.Weights>(
    "weights", "DNS SRV weights of the instance by health.",
    fields: [
      .attribute("passing", "Passing", \.passing, "Weight when passing.", default: "1", since: "1.9.2"),
      .attribute("warning", "Warning", \.warning, "Weight when warning.", default: "1", since: "1.9.2"),
    ])
}
