/// What planning asks of every node again and again, taken out of the nodes once: flat arrays by the node's place.
struct NodeFacts: Sendable {
  /// Ready, eligible and not draining.
  private(set) var isUsable: [Bool] = []
  /// Some agent takes a limited number of allocations.
  private(set) var boundsAllocations = false
  private(set) var datacenterOf: [Int32] = []
  private(set) var datacenters = Numbering()
  private(set) var poolOf: [Int32] = []
  private(set) var pools = Numbering()
  /// Texts by the order in which they first came.
  struct Numbering: Sendable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of text: String) -> Int32 {
      if let number = numbers[text] { return number }
      numbers[text] = Int32(texts.count)
      texts.append(text)
      return Int32(texts.count - 1)
    }
  }

  init() {}

  init(_ nodes: [Node]) {
    isUsable.reserveCapacity(nodes.count)
    for node in nodes {
      isUsable.append(node.isReady && node.isEligible && !node.isDraining)
      if node.maxAllocations > 0 { boundsAllocations = true }
      datacenterOf.append(datacenters.number(of: node.datacenter))
      poolOf.append(pools.number(of: node.pool))
    }
  }
}

/// The values of one attribute over all nodes, by number.
struct NodeValues: Sendable {
  /// −1 where a node does not have the attribute.
  private(set) var ofNode: [Int32] = []
  private var numbers: [String: Int] = [:]

  init(of attribute: String, on nodes: [Node]) {
    let target = ConstraintTarget(attribute)
    ofNode.reserveCapacity(nodes.count)
    for node in nodes {
      guard let value = target.value(on: node) else {
        ofNode.append(-1)
        continue
      }
      let number = numbers[value] ?? numbers.count
      numbers[value] = number
      ofNode.append(Int32(number))
    }
  }

  var count: Int { numbers.count }
  func number(of value: String) -> Int? { numbers[value] }
}
