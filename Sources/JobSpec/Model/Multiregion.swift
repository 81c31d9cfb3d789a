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
