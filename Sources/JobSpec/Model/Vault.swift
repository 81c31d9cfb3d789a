public import HCLParser

/// `vault`: vault access for the task.
public struct Vault: Sendable, Hashable {
  /// Token policies.
  public var policies: [String]?
  /// Vault role used with workload identity.
  public var role = ""
  /// Vault namespace.
  public var namespace: String?
  /// Vault cluster.
  public var cluster = ""
  /// Expose VAULT_TOKEN.
  public var env: Bool?
  /// Keep the token file out of the task's reach.
  public var disableFile: Bool?
  /// Action when the token changes.
  public var changeMode: String?
  /// Signal for change_mode signal.
  public var changeSignal: String?
  /// Do not renew the token.
  public var allowTokenExpiration: Bool?
  public var origin = Origin()

  public init() {}
}
