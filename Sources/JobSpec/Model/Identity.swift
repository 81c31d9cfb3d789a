public import HCLParser

/// `identity`: workload identity token exposed to the workload.
public struct Identity: Sendable, Hashable {
  /// Identity name; empty or 'default' is the task's default identity.
  public var name = ""
  /// Audience claim.
  public var aud: [String]?
  /// Action when the token is renewed.
  public var changeMode = ""
  /// Signal for change_mode signal.
  public var changeSignal = ""
  /// Expose as environment variable.
  public var env = false
  /// Write to the secrets directory.
  public var file = false
  /// Custom path of the file.
  public var filepath = ""
  /// Service the identity is for; set by Nomad for service identities.
  public var serviceName = ""
  /// Token life time; docs advise setting it for every non-default identity.
  public var ttl = Duration.zero
  /// Extra claims requested (names must be allowed by the agent).
  public var extraClaims: [String]?
  public var origin = Origin()

  public init() {}
}

extension Identity: BlockModel {
  public static let schema = BlockSchema<Identity>(
    "identity", "Workload identity token exposed to the workload.",
    fields: [
      .attribute(
        "name", "Name", \.name, "Identity name; empty or 'default' is the task's default identity.", since: "1.7.0"),
      .attribute("aud", "Audience", \.aud, "Audience claim.", since: "1.7.0"),
      .attribute(
        "change_mode", "ChangeMode", \.changeMode, "Action when the token is renewed.",
        choices: ["noop", "restart", "signal"], since: "1.7.0"),
      .attribute("change_signal", "ChangeSignal", \.changeSignal, "Signal for change_mode signal.", since: "1.7.0"),
      .attribute("env", "Env", \.env, "Expose as environment variable.", since: "1.5.0"),
      .attribute("file", "File", \.file, "Write to the secrets directory.", since: "1.5.0"),
      .attribute("filepath", "Filepath", \.filepath, "Custom path of the file.", since: "1.9.0"),
      .attribute(
        "service_name", "ServiceName", \.serviceName,
        "Service the identity is for; set by Nomad for service identities.", since: "1.7.0"),
      .attribute(
        "ttl", "TTL", \.ttl, "Token life time; docs advise setting it for every non-default identity.", default: "0s",
        since: "1.7.0"),
      .attribute(
        "extra_claims", "ExtraClaims", \.extraClaims, "Extra claims requested (names must be allowed by the agent).",
        since: "2.0.3"),
    ])
}
