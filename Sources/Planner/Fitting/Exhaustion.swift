/// Why an instance has no room on a node that is of the right kind.
public struct Exhaustion: Sendable, Hashable {
  /// What ran out, with what an explanation needs of it.
  public enum Cause: Sendable, Hashable {
    /// The node's list of reserved ports cannot be read.
    case unreadableReservedPorts(String)
    /// Two allocations already there hold the same port.
    case existingCollision
    /// A static port is taken on the address it would be bound to.
    case staticPort(RequestedPort, ip: String)
    case portOutOfRange(RequestedPort)
    /// No address stands under the host network's name.
    case noAddress(RequestedPort, alias: String)
    /// The dynamic range has no free port left on any address of the host network.
    case dynamicPorts(RequestedPort, alias: String)
    /// A task's network asks for more bandwidth than the device has left.
    case bandwidth(task: String)
    case noTaskNetworks(task: String)
    case cores(task: String)
    case devices(RequestedDevice)
    case cpu
    case memory
    case disk
    /// The agent takes no further allocations.
    case allocations
  }

  /// As Nomad counts it: `memory`, `network: reserved port collision http=8080`.
  public var dimension: String
  /// The same for explanations, and for the search for allocations to push out.
  public var cause: Cause
  /// In the dimension's unit (MHz, MB, cores, MBit/s, devices, ports); 0 where there is none.
  public var needed: Int
  /// How much was left, in the same unit; below 0 where more than the node has is in use already.
  public var available: Int

  /// Short of processor, memory or disk, of which any allocation may give some.
  var isOfAmounts: Bool { cause == .cpu || cause == .memory || cause == .disk }

  init(_ dimension: String, _ cause: Cause, needed: Int = 0, available: Int = 0) {
    self.dimension = dimension
    self.cause = cause
    self.needed = needed
    self.available = available
  }
}

/// The answer of a fit: what would be taken, or what is short.
enum Fit {
  case fits(Allotment)
  case exhausted(Exhaustion)
}
