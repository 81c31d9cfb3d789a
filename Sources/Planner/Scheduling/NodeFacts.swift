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
  /// Which distinct amount of processor shares (memory) a node has: equal numbers, equal powers.
  private(set) var cpuSizeOf: [Int32] = []
  private(set) var cpuSizes: [Int] = []
  private(set) var memorySizeOf: [Int32] = []
  private(set) var memorySizes: [Int] = []

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

  init(_ nodes: [Node], cpu: [Int], memory: [Int]) {
    isUsable.reserveCapacity(nodes.count)
    for node in nodes {
      isUsable.append(node.isReady && node.isEligible && !node.isDraining)
      if node.maxAllocations > 0 { boundsAllocations = true }
      datacenterOf.append(datacenters.number(of: node.datacenter))
      poolOf.append(pools.number(of: node.pool))
    }
    (cpuSizeOf, cpuSizes) = NodeFacts.numbers(cpu)
    (memorySizeOf, memorySizes) = NodeFacts.numbers(memory)
  }

  private static func numbers(_ sizes: [Int]) -> (of: [Int32], sizes: [Int]) {
    var numbers: [Int: Int32] = [:]
    var distinct: [Int] = []
    let of = sizes.map { size -> Int32 in
      if let number = numbers[size] { return number }
      numbers[size] = Int32(distinct.count)
      distinct.append(size)
      return Int32(distinct.count - 1)
    }
    return (of, distinct)
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
