/// Why the instances of one group have no place, node by node.
public struct Explanation: Sendable {
}
