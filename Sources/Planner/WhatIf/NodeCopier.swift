/// Makes nodes like others that differ from every node of a cluster in all that is one node's own: id, name,
/// addresses, unique attributes, devices' ids.
struct NodeCopier {
  private var names: Set<String>
  private var ids: Set<String>
  private var addresses: Set<String>
  /// How far each series has got.
  private var steps: [String: Int] = [:]

  init(_ nodes: [Node]) {
    names = Set(nodes.map(\.name))
    ids = Set(nodes.map(\.id))
    addresses = Set(nodes.flatMap { $0.resources.addresses.map(\.address) + $0.resources.networks.map(\.ip) })
  }

  /// A fresh machine of the kind: ready, eligible, empty.
  mutating func copy(of model: Node) -> Node {
    var node = model
    node.name = NodeCopier.next(after: model.name, &steps, taken: &names) { NodeCopier.series($0, after: model.name) }
    node.id = NodeCopier.next(after: model.id, &steps, taken: &ids) { NodeCopier.identifier($0, like: model.id) }
    node.status = "ready"
    node.statusDescription = ""
    node.eligibility = "eligible"
    node.isDraining = false
    // Volumes made at run time belong to the one node they were made on.
    node.hostVolumes.removeAll { !$0.id.isEmpty }
    let moved = moveAddresses(of: &node)
    node.attributes = renewed(model.attributes, from: model, to: node, moved)
    node.meta = renewed(model.meta, from: model, to: node, moved)
    for device in node.resources.devices.indices {
      for instance in node.resources.devices[device].instances.indices {
        node.resources.devices[device].instances[instance].id += "@\(node.name)"
      }
    }
    return node
  }

  /// The first text of a series that is not taken, which it is from then on.
  private static func next(
    after text: String, _ steps: inout [String: Int], taken: inout Set<String>, _ make: (Int) -> String
  ) -> String {
    while true {
      steps[text, default: 0] += 1
      let candidate = make(steps[text, default: 0])
      if taken.insert(candidate).inserted { return candidate }
    }
  }

  /// `app-6` after `app-5`, `edge-02` after `edge-01`; `db-2` after `db`.
  private static func series(_ step: Int, after name: String) -> String {
    let digits = name.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    // A longer run of digits is no counter.
    guard digits > 0, digits <= 9, let number = Int(name.suffix(digits)) else { return "\(name)-\(step + 1)" }
    return name.dropLast(digits) + padded(String(number + step), to: digits)
  }

  /// An id of the same form: the last twelve digits of a UUID count.
  private static func identifier(_ step: Int, like id: String) -> String {
    let bytes = Array(id.utf8)
    guard bytes.count == 36, bytes[23] == UInt8(ascii: "-"), let low = UInt64(id.suffix(12), radix: 16) else {
      return "\(id)+\(step)"
    }
    return id.dropLast(12) + padded(String((low &+ UInt64(step)) & 0xFFFF_FFFF_FFFF, radix: 16), to: 12)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  // MARK: Addresses

  /// Gives a node addresses of its own; returns the old ones with the new ones, in the order met.
  private mutating func moveAddresses(of node: inout Node) -> [(old: String, new: String)] {
    var moved: [(old: String, new: String)] = []
    func fresh(_ old: String, _ steps: inout [String: Int], _ addresses: inout Set<String>) -> String {
      guard !old.isEmpty else { return old }
      if let known = moved.first(where: { $0.old == old }) { return known.new }
      let new = NodeCopier.next(after: old, &steps, taken: &addresses) { NodeCopier.address($0, after: old) }
      moved.append((old, new))
      return new
    }
    for index in node.resources.networks.indices {
      let old = node.resources.networks[index].ip
      let new = fresh(old, &steps, &addresses)
      let cidr = node.resources.networks[index].cidr
      node.resources.networks[index].ip = new
      if !old.isEmpty, cidr.hasPrefix("\(old)/") {
        node.resources.networks[index].cidr = new + cidr.dropFirst(old.count)
      }
    }
    for index in node.resources.addresses.indices {
      node.resources.addresses[index].address = fresh(
        node.resources.addresses[index].address, &steps, &addresses)
    }
    return moved
  }

  /// `10.0.1.3` two after `10.0.1.1`; of IPv6 the last group counts.
  private static func address(_ step: Int, after address: String) -> String {
    let parts = address.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt32($0) }
    if parts.count == 4, parts.allSatisfy({ $0 <= 255 }) {
      let sum = parts.reduce(0) { $0 << 8 | $1 } &+ UInt32(truncatingIfNeeded: step)
      return "\(sum >> 24).\(sum >> 16 & 255).\(sum >> 8 & 255).\(sum & 255)"
    }
    if let colon = address.lastIndex(of: ":") {
      let (head, tail) = (address[...colon], address[address.index(after: colon)...])
      let low = tail.isEmpty ? 0 : UInt32(tail, radix: 16)
      if let low, low <= 0xFFFF, step <= 0xFFFF - Int(low) { return head + String(Int(low) + step, radix: 16) }
    }
    return "\(address)+\(step)"
  }

  // MARK: Attributes

  /// Attributes with what speaks of the model itself put in terms of the copy.
  private func renewed(
    _ attributes: NodeAttributes, from model: Node, to node: Node, _ moved: [(old: String, new: String)]
  ) -> NodeAttributes {
    NodeAttributes(
      attributes.pairs.map { key, value in
        if let address = moved.first(where: { value == $0.old }) { return (key: key, value: address.new) }
        if let address = moved.first(where: { value.hasPrefix("\($0.old):") }) {
          return (key: key, value: address.new + value.dropFirst(address.old.count))
        }
        guard key.utf8.starts(with: "unique.".utf8) else { return (key: key, value: value) }
        if value == model.name { return (key: key, value: node.name) }
        if value == model.id { return (key: key, value: node.id) }
        // Facts of the kind of machine, though each has its own: sizes, paths, versions.
        let isOfKind = ["unique.storage.", "unique.cgroup."].contains { key.utf8.starts(with: $0.utf8) }
        return (key: key, value: isOfKind ? value : "\(value)@\(node.name)")
      })
  }
}
