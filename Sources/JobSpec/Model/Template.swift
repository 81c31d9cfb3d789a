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
