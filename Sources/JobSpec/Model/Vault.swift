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

extension Vault: BlockModel {
  public static let schema = BlockSchema<Vault>(
    "vault", "Vault access for the task.",
    fields: [
      .attribute(
        "policies", "Policies", \.policies, "Token policies.",
        deprecated: Deprecation(
          since: "1.10.0", replacement: "role", effect: "parsed; the token workflow that used it was removed")),
      .attribute("role", "Role", \.role, "Vault role used with workload identity.", since: "1.7.0"),
      .attribute("namespace", "Namespace", \.namespace, "Vault namespace."),
      .attribute("cluster", "Cluster", \.cluster, "Vault cluster.", default: "default", since: "1.7.0"),
      .attribute("env", "Env", \.env, "Expose VAULT_TOKEN.", default: "true"),
      .attribute(
        "disable_file", "DisableFile", \.disableFile, "Keep the token file out of the task's reach.", since: "1.6.0"),
      .attribute(
        "change_mode", "ChangeMode", \.changeMode, "Action when the token changes.", default: "restart",
        choices: ["noop", "restart", "signal"]),
      .attribute("change_signal", "ChangeSignal", \.changeSignal, "Signal for change_mode signal.", default: "SIGHUP"),
      .attribute(
        "allow_token_expiration", "AllowTokenExpiration", \.allowTokenExpiration, "Do not renew the token.",
        since: "1.7.3"),
    ])
}
