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
