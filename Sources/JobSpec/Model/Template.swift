public import HCLParser

/// `template`: file rendered for the task by consul-template.
public struct Template: Sendable, Hashable {
  /// Path of the template file.
  public var source: String?
  /// Where to render, relative to the task directory.
  public var destination: String?
  /// Inline template.
  public var data: String?
  /// Action on re-render.
  public var changeMode: String?
  /// Script run when change_mode is script.
  @OutOfLine public var changeScript: Template.ChangeScript?
  /// Signal for change_mode signal; upper-cased.
  public var changeSignal: String?
  /// Render once and stop watching.
  public var once: Bool?
  /// Random wait before acting on a change.
  public var splay: Duration?
  /// Octal file mode.
  public var perms: String?
  /// Owner user id.
  public var uid: Int?
  /// Owner group id.
  public var gid: Int?
  /// Left template delimiter.
  public var leftDelimiter: String?
  /// Right template delimiter.
  public var rightDelimiter: String?
  /// Parse the result as environment variables.
  public var env: Bool?
  /// Unused.
  public var vaultGrace: Duration?
  /// Quiescence timers of one template.
  @OutOfLine public var wait: Template.Wait?
  /// Fail when a map key is missing.
  public var errorOnMissingKey: Bool?
  public var origin = Origin()

  public init() {}
}

extension Template: BlockModel {
  public static let schema = BlockSchema<Template>(
    "template", "File rendered for the task by consul-template.",
    fields: [
      .attribute("source", "SourcePath", \.source, "Path of the template file."),
      .attribute("destination", "DestPath", \.destination, "Where to render, relative to the task directory."),
      .attribute("data", "EmbeddedTmpl", \.data, "Inline template."),
      .attribute(
        "change_mode", "ChangeMode", \.changeMode, "Action on re-render.", default: "restart",
        choices: ["noop", "restart", "signal", "script"]),
      .block(
        "change_script", "ChangeScript", \._changeScript, "Script run when change_mode is script.", since: "1.3.4"),
      .attribute("change_signal", "ChangeSignal", \.changeSignal, "Signal for change_mode signal; upper-cased."),
      .attribute("once", "Once", \.once, "Render once and stop watching.", since: "1.10.2"),
      .attribute("splay", "Splay", \.splay, "Random wait before acting on a change.", default: "5s"),
      .attribute("perms", "Perms", \.perms, "Octal file mode.", default: "0644"),
      .attribute("uid", "Uid", \.uid, "Owner user id.", since: "1.3.3"),
      .attribute("gid", "Gid", \.gid, "Owner group id.", since: "1.3.3"),
      .attribute("left_delimiter", "LeftDelim", \.leftDelimiter, "Left template delimiter.", default: "{{"),
      .attribute("right_delimiter", "RightDelim", \.rightDelimiter, "Right template delimiter.", default: "}}"),
      .attribute("env", "Envvars", \.env, "Parse the result as environment variables."),
      .attribute(
        "vault_grace", "VaultGrace", \.vaultGrace, "Unused.", default: "0s",
        deprecated: Deprecation(since: "0.11", effect: "accepted with warning")),
      .block("wait", "Wait", \._wait, "Quiescence timers of one template.", since: "1.2.4"),
      .attribute(
        "error_on_missing_key", "ErrMissingKey", \.errorOnMissingKey, "Fail when a map key is missing.", since: "1.4.3"),
    ])
}

extension Template {
  /// `wait`: quiescence timers of one template.
  public struct Wait: Sendable, Hashable {
    /// Shortest wait.
    public var min: Duration?
    /// Longest wait.
    public var max: Duration?
    public var origin = Origin()

    public init() {}
  }
}

extension Template.Wait: BlockModel {
  public static let schema = BlockSchema<Template.Wait>(
    "wait", "Quiescence timers of one template.",
    fields: [
      .attribute("min", "Min", \.min, "Shortest wait.", since: "1.2.4"),
      .attribute("max", "Max", \.max, "Longest wait.", since: "1.2.4"),
    ])
}

extension Template {
  /// `change_script`: script run when change_mode is script.
  public struct ChangeScript: Sendable, Hashable {
    /// Program path.
    public var command: String?
    /// Arguments.
    public var args: [String]?
    /// Limit for the script.
    public var timeout: Duration?
    /// Fail the task when the script fails.
    public var failOnError: Bool?
    /// Also run after the first render.
    public var runOnFirstRender: Bool?
    public var origin = Origin()

    public init() {}
  }
}

extension Template.ChangeScript: BlockModel {
  public static let schema = BlockSchema<Template.ChangeScript>(
    "change_script", "Script run when change_mode is script.",
    fields: [
      .attribute("command", "Command", \.command, "Program path.", since: "1.3.4"),
      .attribute("args", "Args", \.args, "Arguments.", since: "1.3.4"),
      .attribute("timeout", "Timeout", \.timeout, "Limit for the script.", default: "5s", since: "1.3.4"),
      .attribute("fail_on_error", "FailOnError", \.failOnError, "Fail the task when the script fails.", since: "1.3.4"),
      .attribute(
        "run_on_first_render", "RunOnFirstRender", \.runOnFirstRender, "Also run after the first render.",
        since: "2.0.5"),
    ])
}
