import HCLParser

/// `AllocatedResources` of an allocation, or what its job asked for where the snapshot leaves them out.
extension SnapshotFields {
  mutating func allocatedResources(
    _ json: JSONNode, of allocation: Allocation, into target: inout AllocatedResources
  ) {
    var phases: [String: RequestedTask.Phase]?
    for member in members(json, "AllocatedResources") where !member.value.isNull {
      switch member.key {
      case "Tasks":
        for task in members(member.value, "AllocatedResources.Tasks") where !task.value.isNull {
          let read = allocatedTask(task.value, name: task.key)
          target.tasks.removeAll { $0.name.utf8.elementsEqual(read.name.utf8) }
          target.tasks.append(read)
        }
      case "TaskLifecycles":
        phases = [:]
        for task in members(member.value, "AllocatedResources.TaskLifecycles") {
          phases?[task.key] = phase(task.value, "AllocatedResources.TaskLifecycles.\(task.key)")
        }
      case "Shared": shared(member.value, into: &target)
      default: break
      }
    }
    target.tasks.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    // The command line's JSON leaves the lifecycles out; the job knows them too.
    let known = phases ?? phasesOfJob(allocation)
    target.knowsLifecycles = known != nil
    for index in target.tasks.indices { target.tasks[index].phase = known?[target.tasks[index].name] ?? .main }
  }

  /// Stubs do not tell what is used: what the job asked for was given.
  mutating func resourcesOfJob(_ allocation: Allocation, into target: inout AllocatedResources) {
    guard let group = groupOfJob(allocation) else { return }
    let phases = phasesOfJob(allocation) ?? [:]
    for json in group["Tasks"].map({ Array($0.elements) }) ?? [] {
      var task = AllocatedTask(name: json["Name"]?.string ?? "")
      task.phase = phases[task.name] ?? .main
      guard let resources = json["Resources"], !resources.isNull else { continue }
      for field in members(resources, "Job.TaskGroups.Tasks.Resources") where !field.value.isNull {
        let path = "Job.TaskGroups.Tasks.Resources.\(field.key)"
        switch field.key {
        case "CPU": read(field.value, path, into: &task.cpuShares)
        case "MemoryMB": read(field.value, path, into: &task.memoryMB)
        case "MemoryMaxMB": read(field.value, path, into: &task.memoryMaxMB)
        default: break
        }
      }
      target.tasks.append(task)
    }
    target.tasks.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if let disk = group["EphemeralDisk"]?["SizeMB"], !disk.isNull {
      read(disk, "Job.TaskGroups.EphemeralDisk.SizeMB", into: &target.diskMB)
    }
  }

  private func groupOfJob(_ allocation: Allocation) -> JSONNode? {
    allocation.job?["TaskGroups"]?.elements.first {
      $0["Name"]?.string?.utf8.elementsEqual(allocation.group.utf8) ?? false
    }
  }

  private mutating func phasesOfJob(_ allocation: Allocation) -> [String: RequestedTask.Phase]? {
    guard let tasks = groupOfJob(allocation)?["Tasks"] else { return nil }
    var phases: [String: RequestedTask.Phase] = [:]
    for task in tasks.elements {
      guard let name = task["Name"]?.string else { continue }
      phases[name] = task["Lifecycle"].map { phase($0, "Job.TaskGroups.Tasks.Lifecycle") } ?? .main
    }
    return phases
  }

  /// `{"Hook": "prestart", "Sidecar": true}`, or null for a main task.
  private mutating func phase(_ json: JSONNode, _ path: String) -> RequestedTask.Phase {
    if json.isNull { return .main }
    var hook = ""
    var isSidecar = false
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Hook": read(field.value, "\(path).Hook", into: &hook)
      case "Sidecar": read(field.value, "\(path).Sidecar", into: &isSidecar)
      default: break
      }
    }
    switch hook {
    case "prestart": return isSidecar ? .prestartSidecar : .prestart
    case "poststart": return isSidecar ? .poststartSidecar : .poststart
    case "poststop": return .poststop
    default: return .main
    }
  }

  private mutating func allocatedTask(_ json: JSONNode, name: String) -> AllocatedTask {
    let path = "AllocatedResources.Tasks.\(name)"
    var task = AllocatedTask(name: name)
    for member in members(json, path) where !member.value.isNull {
      switch member.key {
      case "Cpu":
        for field in members(member.value, "\(path).Cpu") where !field.value.isNull {
          switch field.key {
          case "CpuShares": read(field.value, "\(path).Cpu.CpuShares", into: &task.cpuShares)
          case "ReservedCores": numbers(field.value, "\(path).Cpu.ReservedCores", into: &task.cores)
          default: break
          }
        }
      case "Memory":
        for field in members(member.value, "\(path).Memory") where !field.value.isNull {
          switch field.key {
          case "MemoryMB": read(field.value, "\(path).Memory.MemoryMB", into: &task.memoryMB)
          case "MemoryMaxMB": read(field.value, "\(path).Memory.MemoryMaxMB", into: &task.memoryMaxMB)
          default: break
          }
        }
      case "Networks":
        for element in elements(member.value, "\(path).Networks") where !element.isNull {
          task.networks.append(allocatedNetwork(element, "\(path).Networks"))
        }
      case "Devices":
        for element in elements(member.value, "\(path).Devices") where !element.isNull {
          task.devices.append(allocatedDevice(element, "\(path).Devices"))
        }
      default: break
      }
    }
    return task
  }

  private mutating func shared(_ json: JSONNode, into target: inout AllocatedResources) {
    for member in members(json, "AllocatedResources.Shared") where !member.value.isNull {
      let path = "AllocatedResources.Shared.\(member.key)"
      switch member.key {
      case "DiskMB": read(member.value, path, into: &target.diskMB)
      case "Networks":
        for element in elements(member.value, path) where !element.isNull {
          target.networks.append(allocatedNetwork(element, path))
        }
      case "Ports":
        for element in elements(member.value, path) where !element.isNull {
          target.ports.append(allocatedPort(element, path))
        }
      default: break
      }
    }
  }

  private mutating func allocatedNetwork(_ json: JSONNode, _ path: String) -> AllocatedNetwork {
    var network = AllocatedNetwork()
    var reserved: [AllocatedPort] = []
    var dynamic: [AllocatedPort] = []
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Mode": read(field.value, "\(path).Mode", into: &network.mode)
      case "Device": read(field.value, "\(path).Device", into: &network.device)
      case "IP": read(field.value, "\(path).IP", into: &network.ip)
      case "MBits": read(field.value, "\(path).MBits", into: &network.mbits)
      case "ReservedPorts":
        for element in elements(field.value, "\(path).ReservedPorts") where !element.isNull {
          reserved.append(allocatedPort(element, "\(path).ReservedPorts"))
        }
      case "DynamicPorts":
        for element in elements(field.value, "\(path).DynamicPorts") where !element.isNull {
          dynamic.append(allocatedPort(element, "\(path).DynamicPorts"))
        }
      default: break
      }
    }
    network.ports = reserved + dynamic
    return network
  }

  private mutating func allocatedPort(_ json: JSONNode, _ path: String) -> AllocatedPort {
    var port = AllocatedPort(label: "", value: 0)
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Label": read(field.value, "\(path).Label", into: &port.label)
      case "Value": read(field.value, "\(path).Value", into: &port.value, in: 0...65_536)
      case "To": read(field.value, "\(path).To", into: &port.to, in: -1...65_536)
      case "HostIP": read(field.value, "\(path).HostIP", into: &port.hostIP)
      case "HostNetwork": read(field.value, "\(path).HostNetwork", into: &port.hostNetwork)
      default: break
      }
    }
    return port
  }

  private mutating func allocatedDevice(_ json: JSONNode, _ path: String) -> AllocatedDevice {
    var device = AllocatedDevice(vendor: "", type: "", name: "", instances: [])
    for field in members(json, path) where !field.value.isNull {
      switch field.key {
      case "Vendor": read(field.value, "\(path).Vendor", into: &device.vendor)
      case "Type": read(field.value, "\(path).Type", into: &device.type)
      case "Name": read(field.value, "\(path).Name", into: &device.name)
      case "DeviceIDs":
        for element in elements(field.value, "\(path).DeviceIDs") {
          var id = ""
          read(element, "\(path).DeviceIDs", into: &id)
          device.instances.append(id)
        }
      default: break
      }
    }
    return device
  }
}
