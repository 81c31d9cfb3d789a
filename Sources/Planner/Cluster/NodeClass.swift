/// The nodes of a snapshot by computed class: alike in all that is not unique to one of them.
///
/// Hashed by Nomad are datacenter, class, pool, attributes, metadata and devices; not name, networks, drivers or host
/// volumes (scheduler.md 2.2). Nomad's own number for a class does not matter, only which nodes share one.
struct NodeClasses: Sendable {
  /// For each node the number of its class, from 0 in the order of their first nodes.
  private(set) var ofNode: [Int] = []
  /// For each class its first node.
  private(set) var firstNodes: [Int] = []

  var count: Int { firstNodes.count }

  init(_ nodes: [Node], symbols: Symbols) {
    let table = symbols.table
    let isUnique = (0..<table.count).map { table.text(of: Symbol(UInt32($0)), hasPrefix: "unique.") }
    var classesByHash: [UInt64: [Int]] = [:]
    ofNode.reserveCapacity(nodes.count)
    for (number, node) in nodes.enumerated() {
      let hash = Self.hash(node, isUnique)
      if let known = classesByHash[hash]?.first(where: { Self.areAlike(nodes[firstNodes[$0]], node, isUnique) }) {
        ofNode.append(known)
        continue
      }
      classesByHash[hash, default: []].append(firstNodes.count)
      ofNode.append(firstNodes.count)
      firstNodes.append(number)
    }
  }

  private static func hash(_ node: Node, _ isUnique: [Bool]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x0000_0100_0000_01B3 }
    for text in [node.datacenter, node.nodeClass, node.pool] {
      for byte in text.utf8 { mix(UInt64(byte)) }
      mix(0x100)
    }
    for entries in [node.attributes.entries, node.meta.entries] {
      for entry in entries where !isUnique[Int(entry.key.number)] {
        mix(UInt64(entry.key.number) << 32 | UInt64(entry.value.number))
      }
      mix(0x101)
    }
    mix(UInt64(node.resources.devices.count))
    return hash
  }

  private static func areAlike(_ left: Node, _ right: Node, _ isUnique: [Bool]) -> Bool {
    left.datacenter.utf8.elementsEqual(right.datacenter.utf8)
      && left.nodeClass.utf8.elementsEqual(right.nodeClass.utf8) && left.pool.utf8.elementsEqual(right.pool.utf8)
      && areAlike(left.attributes.entries, right.attributes.entries, isUnique)
      && areAlike(left.meta.entries, right.meta.entries, isUnique)
      && left.resources.devices.count == right.resources.devices.count
      && zip(left.resources.devices, right.resources.devices).allSatisfy(areAlike)
  }

  private static func areAlike(
    _ left: [NodeAttributes.Entry], _ right: [NodeAttributes.Entry], _ isUnique: [Bool]
  ) -> Bool {
    var (i, j) = (0, 0)
    while true {
      while i < left.count, isUnique[Int(left[i].key.number)] { i += 1 }
      while j < right.count, isUnique[Int(right[j].key.number)] { j += 1 }
      guard i < left.count, j < right.count else { return i == left.count && j == right.count }
      if left[i] != right[j] { return false }
      i += 1
      j += 1
    }
  }

  private static func areAlike(_ left: NodeDevice, _ right: NodeDevice) -> Bool {
    func common(_ device: NodeDevice) -> [NodeDevice.Attribute] {
      device.attributes.filter { !$0.name.utf8.starts(with: "unique.".utf8) }
    }
    return left.id.utf8.elementsEqual(right.id.utf8) && common(left) == common(right)
  }
}
