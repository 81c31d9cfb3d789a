public import HCLParser

/// Why a node does not take an instance.
///
/// *Filtered*: the node is of the wrong kind. *Exhausted*: it is of the right kind and has no room.
public struct Rejection: Sendable, Hashable {
  /// Under which of Nomad's counters the node falls: `NodesFiltered` or `NodesExhausted` (scheduler.md 7.1).
  public enum Kind: Sendable, Hashable { case filtered, exhausted }

  /// What was looked at. The raw value is the stage's name in reports.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    case constraint, driver
    case hostVolume = "host volume"
    case device, network
    case hostNetwork = "host network"
    case csiVolume = "CSI volume"
    case distinctHosts = "distinct hosts"
    case distinctProperty = "distinct property"
    /// Judged by another node of its class.
    case nodeClass = "computed class"
    case port, cores, cpu, memory, disk
    case allocationCount = "allocation count"
  }

  /// A line of the job file that asks for what the node does not give.
  public struct Cause: Sendable, Hashable {
    /// What stands there: `group "api" asks for it here`.
    public var message: String
    /// The place in the job's sources.
    public var range: SourceRange

    public init(_ message: String, _ range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// Filtered or exhausted. The stage does not always settle it: devices may be missing, or taken.
  public var kind: Kind
  /// Nomad's own text, to the letter: the reason of a filter, the dimension of an exhaustion.
  public var reason: String
  /// The check that the node fails.
  public var stage: Stage
  /// What was wanted and what the node has: `wants network "cni/prod"; the node has "cni/dev", "host"`. May be empty.
  public var detail: String
  /// The lines of the job file behind it; empty where no line asks for it.
  public var causes: [Cause]
  /// How much was asked of what ran out, and how much of it is free.
  public var needed: Int?
  /// In the unit of `needed`: MHz, MB, MBit/s, cores or devices. Nil together with it: where nothing is counted.
  public var available: Int?
  /// The node might be fit after all: the snapshot leaves out what the answer hangs on.
  public var isUncertain: Bool

  /// The node is of the wrong kind, for a reason in Nomad's words (scheduler.md 3).
  public static func filtered(
    _ reason: String, _ stage: Stage, detail: String = "", causes: [Cause] = [], isUncertain: Bool = false
  ) -> Rejection {
    Rejection(
      kind: .filtered, reason: reason, stage: stage, detail: detail, causes: causes, needed: nil, available: nil,
      isUncertain: isUncertain)
  }

  /// The node is of the right kind and has no room, by Nomad's name of what ran out (scheduler.md 5.5).
  public static func exhausted(
    _ dimension: String, _ stage: Stage, needed: Int? = nil, available: Int? = nil, detail: String = "",
    causes: [Cause] = [], isUncertain: Bool = false
  ) -> Rejection {
    Rejection(
      kind: .exhausted, reason: dimension, stage: stage, detail: detail, causes: causes, needed: needed,
      available: available, isUncertain: isUncertain)
  }
}
