public import HCLParser

/// `resources`: resources reserved for the task.
public struct Resources: Sendable, Hashable {
  /// CPU in MHz.
  public var cpu: Int?
  /// Whole CPU cores; excludes cpu.
  public var cores: Int?
  /// Memory in MB.
  public var memory: Int?
  /// Memory ceiling in MB with oversubscription; -1 no limit on some drivers (1.11.2).
  public var memoryMax: Int?
  /// Not allowed in tasks.
  public var disk: Int?
  /// Network needs of the group (or, legacy, of one task).
  public var networks: [Network] = []
  /// Device request.
  public var devices: [Device] = []
  /// NUMA placement.
  @OutOfLine public var numa: NUMA?
  /// Size in MB of the secrets directory.
  public var secrets: Int?
  /// Unused.
  public var iops: Int?
  public var origin = Origin()

  public init() {}
}
