public import HCLParser

/// `numa`: NUMA placement.
public struct NUMA: Sendable, Hashable {
  /// Strictness.
  public var affinity = ""
  /// Devices that must share the node with the cores.
  public var devices: [String]?
  public var origin = Origin()

  public init() {}
}

extension NUMA: BlockModel {
  public static let schema = BlockSchema<NUMA>(
    "numa", "NUMA placement.",
    fields: [
      .attribute(
        "affinity", "Affinity", \.affinity, "Strictness.", default: "none", choices: ["none", "prefer", "require"],
        since: "1.7.0"),
      .attribute("devices", "Devices", \.devices, "Devices that must share the node with the cores.", since: "1.9.0"),
    ])
}
