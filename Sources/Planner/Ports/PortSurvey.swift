public import HCLParser

/// The ports of a cluster: what each address holds and has left, and which nodes can grant what jobs ask for.
public struct PortSurvey: Sendable {
  /// Every node of the snapshot, in its order.
  public var nodes: [NodeUse] = []
  /// The static ports that the jobs ask for, in their order.
  public var requests: [Request] = []
  /// Static ports that more instances want than can have them.
  public var shortages: [Shortage] = []

  /// The ports of one node.
  public struct NodeUse: Sendable {
    /// Its place in the snapshot.
    public var node: Int
    /// Its name in the snapshot, which need not be unique.
    public var name: String
    /// Each address once: those of the node in its order, then those that only its allocations name.
    public var addresses: [AddressUse]
    /// The agent's list of reserved ports, where it cannot be read: nothing can be placed then.
    public var unreadable: String?
  }

  /// The ports of one address. Ports are taken per address, whatever names it goes by.
  public struct AddressUse: Sendable {
    /// An IP address; empty where allocations hold ports and nothing tells on which address.
    public var address: String
    /// The host networks it stands under.
    public var hostNetworks: [String]
    /// Kept back by the agent, ascending, neighbours joined.
    public var reserved: [ClosedRange<Int>]
    /// Held by allocations, ascending.
    public var taken: [TakenPort]
    /// Ports that two hold, or that are held though they are kept back.
    public var clashes: [Clash]
    /// From which dynamic ports are taken, both ends included: 20000…32000 unless the agent says otherwise.
    public var dynamicPorts: ClosedRange<Int>
    /// How many of them are left.
    public var dynamicFree: Int
  }

  /// A port an allocation holds.
  public struct TakenPort: Sendable, Hashable {
    /// The number on the host.
    public var port: Int
    /// The label of the `port` block it was given for.
    public var label: String
    /// `job.group[0]`.
    public var holder: String
    /// The namespace of the job whose allocation holds it.
    public var namespace: String
    /// The job's id.
    public var jobID: String
    /// The task group of that allocation.
    public var group: String
  }

  /// A port of one address with more than one claim to it.
  public struct Clash: Sendable, Hashable {
    /// The number on the host.
    public var port: Int
    /// The names of the allocations that hold it, and `the node's agent` where that keeps it back.
    public var parties: [String]
  }

  /// A static port that a group asks for.
  public struct Request: Sendable {
    /// The id of the job that asks.
    public var jobID: String
    /// The job's namespace; `default` where it names none.
    public var namespace: String
    /// The task group whose `network` block holds the port.
    public var group: String
    /// The label of the `port` block.
    public var label: String
    /// The number asked for with `static`; on the host, whatever it is inside.
    public var port: Int
    /// As written, `default` where nothing is; a reference such as `${meta.net}` is resolved on each node.
    public var hostNetwork: String
    /// How many instances want it.
    public var wanted: Int
    /// Where the job file gives the number, or the header of its block; nil where no file is known.
    public var range: SourceRange?
    /// It may be shared, so that nothing stands in its way.
    public var ignoresCollisions: Bool
    /// Where it can be had, the places where the group holds it already included.
    public var grants: [Grant] = []
    /// The other nodes that the job may use.
    public var refusals: [Refusal] = []
  }

  /// A node and the address on which it can grant a port.
  public struct Grant: Sendable, Hashable {
    /// Its place in the snapshot.
    public var node: Int
    /// Its name in the snapshot, which need not be unique.
    public var nodeName: String
    /// The first address of the host network; empty where the network exists and the snapshot shows no address.
    public var address: String
    /// An instance of the group has it there already.
    public var isHeld: Bool
  }

  /// A node that cannot grant a port.
  public struct Refusal: Sendable, Hashable {
    /// What stands in the way; where several things do, one of them is told.
    public enum Reason: Sendable, Hashable {
      /// It has no such host network.
      case noHostNetwork
      case keptBack
      /// The allocation that holds it.
      case taken(by: String)
      case unreadableReservedPorts
    }

    /// Its place in the snapshot.
    public var node: Int
    /// Its name in the snapshot, which need not be unique.
    public var nodeName: String
    /// What keeps the port from the group there.
    public var reason: Reason
  }

  /// Requests for one port that get in each other's way, and are too many.
  public struct Shortage: Sendable, Hashable {
    /// The number that all of them ask for.
    public var port: Int
    /// The requests, by their places.
    public var requests: [Int]
    /// How many instances they want together, each of which needs an address for itself.
    public var wanted: Int
    /// How many addresses can grant it.
    public var available: Int
  }

  /// True where allocations clash already.
  public var hasClashes: Bool { nodes.contains { $0.addresses.contains { !$0.clashes.isEmpty } } }
}
