import HCLParser

/// A node whose attributes still wait for the table of texts to be finished.
struct NodeDraft: Sendable {
  var node: Node
  var attributes: [NodeAttributes.Entry] = []
  var meta: [NodeAttributes.Entry] = []
  /// It comes from a list that leaves out attributes and metadata.
  var isStub = false

  func finished(_ symbols: Symbols) -> Node {
    var node = node
    node.attributes = NodeAttributes(entries: attributes, symbols: symbols)
    node.meta = NodeAttributes(entries: meta, symbols: symbols)
    return node
  }
}

/// A node object of the API → `Node`. `reference/node-snapshot.md` section 2.
extension SnapshotFields {
  mutating func node(_ json: JSONNode) -> NodeDraft {
    var draft = NodeDraft(node: Node(id: "", name: "", datacenter: ""))
    var nameNode: JSONNode?
    var idNode: JSONNode?
    var deprecatedResources: JSONNode?
    var deprecatedReserved: JSONNode?
    var hostNetworks: JSONNode?
    var seen = Seen()

    for member in json.members {
      let value = member.value
      if value.isNull { continue }
      switch member.key {
      case "ID":
        idNode = value
        read(value, "ID", into: &draft.node.id)
      case "Name":
        nameNode = value
        read(value, "Name", into: &draft.node.name)
      case "Datacenter": read(value, "Datacenter", into: &draft.node.datacenter)
      case "NodePool": read(value, "NodePool", into: &draft.node.pool)
      case "NodeClass": read(value, "NodeClass", into: &draft.node.nodeClass)
      case "Status": read(value, "Status", into: &draft.node.status)
      case "StatusDescription": read(value, "StatusDescription", into: &draft.node.statusDescription)
      case "SchedulingEligibility": read(value, "SchedulingEligibility", into: &draft.node.eligibility)
      case "DrainStrategy":
        _ = members(value, "DrainStrategy")
        draft.node.isDraining = true
      case "Drain":
        var drain = false
        read(value, "Drain", into: &drain)
        if drain { draft.node.isDraining = true }
      case "Attributes": attributes(value, "Attributes", into: &draft.attributes)
      case "Meta":
        seen.meta = true
        attributes(value, "Meta", into: &draft.meta)
      case "HTTPAddr": seen.httpAddress = true
      case "Address", "Version": seen.stubField = true
      case "NodeResources":
        seen.resources = true
        nodeResources(value, into: &draft.node.resources, seen: &seen)
      case "ReservedResources": reservedResources(value, into: &draft.node.reserved)
      case "Resources": deprecatedResources = value
      case "Reserved": deprecatedReserved = value
      case "Drivers":
        seen.drivers = true
        drivers(value, into: &draft.node.drivers)
      case "HostVolumes":
        seen.hostVolumes = true
        hostVolumes(value, into: &draft.node.hostVolumes)
      case "HostNetworks": hostNetworks = value
      case "CSINodePlugins":
        seen.csi = true
        csiPlugins(value, into: &draft.node.csiPlugins)
      case "NodeMaxAllocs": read(value, "NodeMaxAllocs", into: &draft.node.maxAllocations)
      default: break
      }
    }

    draft.node.range = headline(of: json, name: nameNode, id: idNode)
    if draft.node.pool.isEmpty { draft.node.pool = "default" }
    draft.isStub = seen.stubField && !seen.meta && !seen.httpAddress
    if draft.isStub {
      draft.node.unknown.formUnion([.attributes, .meta])
      if !seen.hostVolumes { draft.node.unknown.insert(.hostVolumes) }
      if !seen.csi { draft.node.unknown.insert(.csi) }
      if !seen.drivers { draft.node.unknown.insert(.drivers) }
    }
    if draft.node.id.isEmpty { report(.snapshotMissing(subject, "ID", at: headline(of: json))) }
    if !seen.resources {
      if let deprecatedResources {
        self.deprecatedResources(deprecatedResources, deprecatedReserved, into: &draft.node)
      } else if draft.isStub {
        draft.node.unknown.insert(.resources)
      } else {
        report(.snapshotMissing(subject, "NodeResources", at: headline(of: json)))
        draft.node.unknown.insert(.resources)
      }
    }
    // Only `nomad node status -json` leaves the list out as a whole; an empty list is an answer.
    if !seen.nodeNetworks, seen.resources || deprecatedResources != nil,
      !draft.node.resources.networks.isEmpty || hostNetworks != nil
    {
      inferAddresses(&draft.node, hostNetworks)
    }
    return draft
  }

  /// Which keys a node document has.
  struct Seen {
    var meta = false
    var httpAddress = false
    var stubField = false
    var resources = false
    var nodeNetworks = false
    var drivers = false
    var hostVolumes = false
    var csi = false
  }

  private mutating func drivers(_ json: JSONNode, into target: inout [DriverInfo]) {
    for member in members(json, "Drivers") {
      var driver = DriverInfo(name: member.key, isDetected: false, isHealthy: false)
      for field in members(member.value, "Drivers.\(member.key)") where !field.value.isNull {
        switch field.key {
        case "Detected": read(field.value, "Drivers.\(member.key).Detected", into: &driver.isDetected)
        case "Healthy": read(field.value, "Drivers.\(member.key).Healthy", into: &driver.isHealthy)
        case "HealthDescription":
          read(field.value, "Drivers.\(member.key).HealthDescription", into: &driver.healthDescription)
        default: break
        }
      }
      // Of repeated names the last wins.
      target.removeAll { $0.name.utf8.elementsEqual(driver.name.utf8) }
      target.append(driver)
    }
    target.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func hostVolumes(_ json: JSONNode, into target: inout [HostVolume]) {
    for member in members(json, "HostVolumes") {
      if member.value.isNull { continue }
      var volume = HostVolume(name: member.key)
      for field in members(member.value, "HostVolumes.\(member.key)") where !field.value.isNull {
        switch field.key {
        case "Path": read(field.value, "HostVolumes.\(member.key).Path", into: &volume.path)
        case "ReadOnly": read(field.value, "HostVolumes.\(member.key).ReadOnly", into: &volume.isReadOnly)
        case "ID": read(field.value, "HostVolumes.\(member.key).ID", into: &volume.id)
        default: break
        }
      }
      target.removeAll { $0.name.utf8.elementsEqual(volume.name.utf8) }
      target.append(volume)
    }
    target.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func csiPlugins(_ json: JSONNode, into target: inout [CSINodePlugin]) {
    for member in members(json, "CSINodePlugins") {
      if member.value.isNull { continue }
      let path = "CSINodePlugins.\(member.key)"
      var plugin = CSINodePlugin(id: member.key, isHealthy: false, maxVolumes: 0)
      for field in members(member.value, path) where !field.value.isNull {
        switch field.key {
        case "Healthy": read(field.value, "\(path).Healthy", into: &plugin.isHealthy)
        case "HealthDescription": read(field.value, "\(path).HealthDescription", into: &plugin.healthDescription)
        case "RequiresTopologies": read(field.value, "\(path).RequiresTopologies", into: &plugin.requiresTopologies)
        case "NodeInfo":
          for info in members(field.value, "\(path).NodeInfo") where !info.value.isNull {
            switch info.key {
            case "MaxVolumes":
              read(info.value, "\(path).NodeInfo.MaxVolumes", into: &plugin.maxVolumes, in: 0...Int.max)
            case "AccessibleTopology": plugin.topology = topology(info.value, "\(path).NodeInfo.AccessibleTopology")
            default: break
            }
          }
        default: break
        }
      }
      target.removeAll { $0.id.utf8.elementsEqual(plugin.id.utf8) }
      target.append(plugin)
    }
    target.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// `{"Segments": {"zone": "a"}}`, sorted by key.
  mutating func topology(_ json: JSONNode, _ field: String) -> [CSITopologySegment] {
    var segments: [CSITopologySegment] = []
    for member in members(json, field) where member.key == "Segments" {
      for segment in members(member.value, "\(field).Segments") {
        var value = ""
        read(segment.value, "\(field).Segments.\(segment.key)", into: &value)
        segments.append(CSITopologySegment(key: segment.key, value: value))
      }
    }
    return segments.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
