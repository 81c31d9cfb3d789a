import HCLParser

/// A network volume of the API → `CSIVolume`; the scheduler's configuration; node pools.
/// `reference/node-snapshot.md` section 8.
extension SnapshotFields {
  mutating func volume(_ json: JSONNode) -> CSIVolume {
    var volume = CSIVolume(id: "", pluginID: "", isSchedulable: false)
    for member in json.members {
      let value = member.value
      if value.isNull { continue }
      switch member.key {
      case "ID": read(value, "ID", into: &volume.id)
      case "Namespace": read(value, "Namespace", into: &volume.namespace)
      case "PluginID": read(value, "PluginID", into: &volume.pluginID)
      case "Schedulable": read(value, "Schedulable", into: &volume.isSchedulable)
      case "AccessMode": read(value, "AccessMode", into: &volume.accessMode)
      case "AttachmentMode": read(value, "AttachmentMode", into: &volume.attachmentMode)
      case "RequestedCapabilities":
        for element in elements(value, "RequestedCapabilities") {
          var capability = CSIVolume.Capability(accessMode: "", attachmentMode: "")
          for field in members(element, "RequestedCapabilities") where !field.value.isNull {
            switch field.key {
            case "AccessMode": read(field.value, "RequestedCapabilities.AccessMode", into: &capability.accessMode)
            case "AttachmentMode":
              read(field.value, "RequestedCapabilities.AttachmentMode", into: &capability.attachmentMode)
            default: break
            }
          }
          volume.capabilities.append(capability)
        }
      case "Topologies":
        for element in elements(value, "Topologies") where !element.isNull {
          volume.topologies.append(topology(element, "Topologies"))
        }
      case "ReadAllocs": volume.readers = members(value, "ReadAllocs").map(\.key).sorted()
      case "WriteAllocs": volume.writers = members(value, "WriteAllocs").map(\.key).sorted()
      case "ResourceExhausted":
        var time = ""
        read(value, "ResourceExhausted", into: &time)
        // Go's zero time says "never".
        volume.isExhausted = !time.isEmpty && !time.hasPrefix("0001-01-01T00:00:00")
      default: break
      }
    }
    if volume.id.isEmpty { report(.snapshotMissing(subject, "ID", at: headline(of: json))) }
    return volume
  }

  mutating func settings(_ json: JSONNode) -> SchedulerSettings {
    var settings = SchedulerSettings()
    guard json.kind == .object else {
      report(
        .snapshotUnknownForm(
          expected: "a scheduler configuration", looksLike: nil, found: json.kind.rawValue, at: json.range))
      return settings
    }
    let inner = json["SchedulerConfig"] ?? json
    for member in members(inner, "SchedulerConfig") where !member.value.isNull {
      switch member.key {
      case "SchedulerAlgorithm":
        if let algorithm = algorithm(member.value) { settings.algorithm = algorithm }
      case "MemoryOversubscriptionEnabled":
        read(member.value, "MemoryOversubscriptionEnabled", into: &settings.allowsMemoryOversubscription)
      case "PreemptionConfig":
        for field in members(member.value, "PreemptionConfig") where !field.value.isNull {
          let path = "PreemptionConfig.\(field.key)"
          switch field.key {
          case "SystemSchedulerEnabled": read(field.value, path, into: &settings.preemptsForSystem)
          case "SysBatchSchedulerEnabled": read(field.value, path, into: &settings.preemptsForSysBatch)
          case "BatchSchedulerEnabled": read(field.value, path, into: &settings.preemptsForBatch)
          case "ServiceSchedulerEnabled": read(field.value, path, into: &settings.preemptsForService)
          default: break
          }
        }
      default: break
      }
    }
    if !["SchedulerAlgorithm", "PreemptionConfig", "MemoryOversubscriptionEnabled"].contains(where: {
      inner[$0] != nil
    }) {
      report(
        .snapshotUnknownForm(
          expected: "a scheduler configuration", looksLike: nil, found: "an object without \"SchedulerAlgorithm\"",
          at: json.range))
    }
    return settings
  }

  /// Empty text is the default, which is for the cluster to say.
  private mutating func algorithm(_ json: JSONNode) -> SchedulerSettings.Algorithm? {
    var name = ""
    read(json, "SchedulerAlgorithm", into: &name)
    if name.isEmpty { return nil }
    if let algorithm = SchedulerSettings.Algorithm(rawValue: name) { return algorithm }
    report(
      .snapshotWrongType(
        subject, "SchedulerAlgorithm", expected: "\"binpack\" or \"spread\"", found: "\"\(name)\"", at: json.range))
    return nil
  }

  mutating func pool(_ json: JSONNode) -> NodePool {
    var pool = NodePool(name: "")
    for member in members(json, "NodePool") where !member.value.isNull {
      switch member.key {
      case "Name": read(member.value, "Name", into: &pool.name)
      case "SchedulerConfiguration":
        for field in members(member.value, "SchedulerConfiguration") where !field.value.isNull {
          switch field.key {
          case "SchedulerAlgorithm": pool.algorithm = algorithm(field.value)
          case "MemoryOversubscriptionEnabled":
            read(field.value, "MemoryOversubscriptionEnabled", into: &pool.allowsMemoryOversubscription)
          default: break
          }
        }
      default: break
      }
    }
    return pool
  }
}
