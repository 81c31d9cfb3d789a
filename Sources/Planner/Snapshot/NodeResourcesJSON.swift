import HCLParser

/// `NodeResources` and `ReservedResources` of a node object. `reference/node-snapshot.md` sections 2.2 and 2.3.
extension SnapshotFields {
  mutating func nodeResources(_ json: JSONNode, into target: inout NodeResources, seen: inout Seen) {
    for member in members(json, "NodeResources") {
      let value = member.value
      // A server prints null for an empty list. Only the command line's JSON leaves the key out altogether.
      if member.key == "NodeNetworks" { seen.nodeNetworks = true }
      if value.isNull { continue }
      switch member.key {
      case "Cpu":
        for field in members(value, "NodeResources.Cpu") where !field.value.isNull {
          switch field.key {
          case "CpuShares": read(field.value, "NodeResources.Cpu.CpuShares", into: &target.cpuShares)
          case "TotalCpuCores": read(field.value, "NodeResources.Cpu.TotalCpuCores", into: &target.totalCores)
          case "ReservableCpuCores":
            numbers(field.value, "NodeResources.Cpu.ReservableCpuCores", into: &target.reservableCores)
          default: break
          }
        }
      case "Memory": amount(value, "NodeResources.Memory", "MemoryMB", into: &target.memoryMB)
      case "Disk": amount(value, "NodeResources.Disk", "DiskMB", into: &target.diskMB)
      case "Devices":
        for element in elements(value, "NodeResources.Devices") { target.devices.append(device(element)) }
      case "Networks":
        for element in elements(value, "NodeResources.Networks") {
          target.networks.append(network(element, "NodeResources.Networks"))
        }
      case "NodeNetworks":
        for element in elements(value, "NodeResources.NodeNetworks") { addresses(element, into: &target.addresses) }
      case "MinDynamicPort":
        read(value, "NodeResources.MinDynamicPort", into: &target.minDynamicPort, in: 0...65_535)
      case "MaxDynamicPort":
        read(value, "NodeResources.MaxDynamicPort", into: &target.maxDynamicPort, in: 0...65_535)
      default: break
      }
    }
  }

  /// One number inside an object: `{"MemoryMB": 8192}`.
  private mutating func amount(_ json: JSONNode, _ path: String, _ key: String, into target: inout Int) {
    for field in members(json, path) where field.key == key && !field.value.isNull {
      read(field.value, "\(path).\(key)", into: &target)
    }
  }

  private mutating func network(_ json: JSONNode, _ path: String) -> NodeNetwork {
    var network = NodeNetwork(mode: "")
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Mode": read(field.value, "\(path).Mode", into: &network.mode)
      case "Device": read(field.value, "\(path).Device", into: &network.device)
      case "IP": read(field.value, "\(path).IP", into: &network.ip)
      case "CIDR": read(field.value, "\(path).CIDR", into: &network.cidr)
      case "MBits": read(field.value, "\(path).MBits", into: &network.mbits)
      default: break
      }
    }
    return network
  }

  private mutating func addresses(_ json: JSONNode, into target: inout [NodeAddress]) {
    let path = "NodeResources.NodeNetworks"
    var mode = ""
    var device = ""
    var read: [NodeAddress] = []
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Mode": self.read(field.value, "\(path).Mode", into: &mode)
      case "Device": self.read(field.value, "\(path).Device", into: &device)
      case "Addresses":
        for element in elements(field.value, "\(path).Addresses") { read.append(address(element)) }
      default: break
      }
    }
    for var address in read {
      address.mode = mode
      address.device = device
      target.append(address)
    }
  }

  private mutating func address(_ json: JSONNode) -> NodeAddress {
    let path = "NodeResources.NodeNetworks.Addresses"
    var address = NodeAddress(alias: "", address: "", family: "")
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Family": read(field.value, "\(path).Family", into: &address.family)
      case "Alias": read(field.value, "\(path).Alias", into: &address.alias)
      case "Address": read(field.value, "\(path).Address", into: &address.address)
      case "ReservedPorts": read(field.value, "\(path).ReservedPorts", into: &address.reservedPorts)
      default: break
      }
    }
    return address
  }

  mutating func reservedResources(_ json: JSONNode, into target: inout ReservedResources) {
    for member in members(json, "ReservedResources") {
      let value = member.value
      if value.isNull { continue }
      switch member.key {
      case "Cpu":
        for field in members(value, "ReservedResources.Cpu") where !field.value.isNull {
          switch field.key {
          case "CpuShares": read(field.value, "ReservedResources.Cpu.CpuShares", into: &target.cpuShares)
          case "ReservedCpuCores":
            numbers(field.value, "ReservedResources.Cpu.ReservedCpuCores", into: &target.cores)
          default: break
          }
        }
      case "Memory": amount(value, "ReservedResources.Memory", "MemoryMB", into: &target.memoryMB)
      case "Disk": amount(value, "ReservedResources.Disk", "DiskMB", into: &target.diskMB)
      case "Networks":
        for field in members(value, "ReservedResources.Networks")
        where field.key == "ReservedHostPorts" && !field.value.isNull {
          read(field.value, "ReservedResources.Networks.ReservedHostPorts", into: &target.hostPorts)
        }
      default: break
      }
    }
  }

  /// The fields from before Nomad 0.9, for snapshots that have nothing else.
  mutating func deprecatedResources(_ json: JSONNode, _ reserved: JSONNode?, into node: inout Node) {
    for field in members(json, "Resources") where !field.value.isNull {
      switch field.key {
      case "CPU": read(field.value, "Resources.CPU", into: &node.resources.cpuShares)
      case "MemoryMB": read(field.value, "Resources.MemoryMB", into: &node.resources.memoryMB)
      case "DiskMB": read(field.value, "Resources.DiskMB", into: &node.resources.diskMB)
      case "Networks":
        for element in elements(field.value, "Resources.Networks") {
          node.resources.networks.append(network(element, "Resources.Networks"))
        }
      default: break
      }
    }
    guard let reserved else { return }
    for field in members(reserved, "Reserved") where !field.value.isNull {
      switch field.key {
      case "CPU": read(field.value, "Reserved.CPU", into: &node.reserved.cpuShares)
      case "MemoryMB": read(field.value, "Reserved.MemoryMB", into: &node.reserved.memoryMB)
      case "DiskMB": read(field.value, "Reserved.DiskMB", into: &node.reserved.diskMB)
      default: break
      }
    }
  }

  private mutating func device(_ json: JSONNode) -> NodeDevice {
    let path = "NodeResources.Devices"
    var device = NodeDevice(vendor: "", type: "", name: "")
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Vendor": read(field.value, "\(path).Vendor", into: &device.vendor)
      case "Type": read(field.value, "\(path).Type", into: &device.type)
      case "Name": read(field.value, "\(path).Name", into: &device.name)
      case "Instances":
        for element in elements(field.value, "\(path).Instances") {
          var instance = NodeDevice.Instance(id: "", isHealthy: false)
          for part in members(element, "\(path).Instances") where !part.value.isNull {
            switch part.key {
            case "ID": read(part.value, "\(path).Instances.ID", into: &instance.id)
            case "Healthy": read(part.value, "\(path).Instances.Healthy", into: &instance.isHealthy)
            case "HealthDescription":
              read(part.value, "\(path).Instances.HealthDescription", into: &instance.healthDescription)
            default: break
            }
          }
          device.instances.append(instance)
        }
      case "Attributes":
        for member in members(field.value, "\(path).Attributes") {
          guard let quantity = quantity(member.value, "\(path).Attributes.\(member.key)") else { continue }
          device.attributes.removeAll { $0.name.utf8.elementsEqual(member.key.utf8) }
          device.attributes.append(NodeDevice.Attribute(name: member.key, value: quantity))
        }
        device.attributes.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      default: break
      }
    }
    return device
  }

  /// `{"Int": 11441, "Unit": "MiB"}`: one of `Int`, `Float`, `String`, `Bool`, and a unit.
  private mutating func quantity(_ json: JSONNode, _ path: String) -> DeviceQuantity? {
    var content: DeviceQuantity.Content?
    var unit = ""
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Int", "IntVal":
        var number = 0
        read(field.value, "\(path).Int", into: &number, in: Int.min...Int.max)
        content = .int(number)
      case "Float", "FloatVal":
        if let number = field.value.double {
          content = .float(number)
        } else {
          report(
            .snapshotWrongType(
              subject, "\(path).Float", expected: "a number", found: field.value.kind.rawValue,
              at: field.value.range))
        }
      case "String", "StringVal":
        var text = ""
        read(field.value, "\(path).String", into: &text)
        content = .string(text)
      case "Bool", "BoolVal":
        var bool = false
        read(field.value, "\(path).Bool", into: &bool)
        content = .bool(bool)
      case "Unit": read(field.value, "\(path).Unit", into: &unit)
      default: break
      }
    }
    return content.map { DeviceQuantity($0, unit: unit) }
  }
}
