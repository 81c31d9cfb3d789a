public import HCLParser

/// `multiregion`: rollout over several regions.
public struct Multiregion: Sendable, Hashable {
  /// Order of the rollout.
  @OutOfLine public var strategy: Multiregion.Strategy?
  /// One region.
  public var regions: [Multiregion.Region] = []
  public var origin = Origin()

  public init() {}
}

extension Multiregion: BlockModel {
  public static let schema = BlockSchema<Multiregion>(
    "multiregion", "Rollout over several regions.",
    fields: [
      .block("strategy", "Strategy", \._strategy, "Order of the rollout."),
      .blocks("region", "Regions", \.regions, "One region."),
    ])
}

extension Multiregion {
  /// `strategy`: order of the rollout.
  public struct Strategy: Sendable, Hashable {
    /// Regions deployed at once; 0 all.
    public var maxParallel: Int?
    /// What other regions do on failure.
    public var onFailure: String?
    public var origin = Origin()

    public init() {}
  }
}

extension Multiregion.Strategy: BlockModel {
  public static let schema = BlockSchema<Multiregion.Strategy>(
    "strategy", "Order of the rollout.",
    fields: [
      .attribute("max_parallel", "MaxParallel", \.maxParallel, "Regions deployed at once; 0 all.", default: "0"),
      .attribute(
        "on_failure", "OnFailure", \.onFailure, "What other regions do on failure.",
        choices: ["fail_all", "fail_local"]),
    ])
}

extension Multiregion {
  /// `region`: one region.
  public struct Region: Sendable, Hashable {
    /// Region name.
    public var name = ""
    /// Count for groups whose count is 0.
    public var count: Int?
    /// Datacenters for the region.
    public var datacenters: [String]?
    /// Node pool for the region.
    public var nodePool = ""
    /// User key/value metadata; values become strings.
    public var meta: StringMap?
    public var origin = Origin()

    public init() {}
  }
}

extension Multiregion.Region: BlockModel {
  public static let schema = BlockSchema<Multiregion.Region>(
    "region", "One region.",
    fields: [
      .label("name", "Name", \.name, "Region name."),
      .attribute("count", "Count", \.count, "Count for groups whose count is 0.", default: "1"),
      .attribute("datacenters", "Datacenters", \.datacenters, "Datacenters for the region."),
      .attribute("node_pool", "NodePool", \.nodePool, "Node pool for the region.", since: "1.6.0"),
      .texts("meta", "Meta", \.meta, "User key/value metadata; values become strings."),
    ])
}
