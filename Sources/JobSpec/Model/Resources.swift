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

extension Resources: BlockModel {
  public static let schema = BlockSchema<Resources>(
    "resources", "Resources reserved for the task.",
    hints: [
      "mem": "did you mean \"memory\"?", "ram": "did you mean \"memory\"?",
      "port": "ports stand in the group's \"network\": network { port \"http\" {} }",
      "gpu": "ask for devices with: device \"nvidia/gpu\" {}",
    ],
    fields: [
      .attribute("cpu", "CPU", \.cpu, "CPU in MHz.", default: "100", change: .destructive),
      .attribute(
        "cores", "Cores", \.cores, "Whole CPU cores; excludes cpu.", default: "0", since: "1.1.0", change: .destructive),
      .attribute("memory", "MemoryMB", \.memory, "Memory in MB.", default: "300", change: .destructive),
      .attribute(
        "memory_max", "MemoryMaxMB", \.memoryMax,
        "Memory ceiling in MB with oversubscription; -1 no limit on some drivers (1.11.2).", since: "1.1.0",
        change: .destructive),
      .attribute(
        "disk", "DiskMB", \.disk, "Not allowed in tasks.",
        deprecated: Deprecation(
          since: "0.5", replacement: "ephemeral_disk.size", effect: "parsed, value > 0 is a validation error")),
      .blocks(
        "network", "Networks", \.networks, "Network needs of the group (or, legacy, of one task).", change: .destructive
      ),
      .blocks("device", "Devices", \.devices, "Device request.", change: .destructive),
      .block("numa", "NUMA", \._numa, "NUMA placement.", since: "1.7.0"),
      .attribute("secrets", "SecretsMB", \.secrets, "Size in MB of the secrets directory.", since: "1.8.3"),
      .attribute(
        "iops", "IOPS", \.iops, "Unused.", deprecated: Deprecation(since: "0.9.0", effect: "accepted with warning")),
    ])
}
