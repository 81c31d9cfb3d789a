import HCLParser

/// A deployment of the API → `Deployment`.
extension SnapshotFields {
  mutating func deployment(_ json: JSONNode) -> Deployment {
    var deployment = Deployment(id: "", jobID: "")
    for member in json.members {
      let value = member.value
      if value.isNull { continue }
      switch member.key {
      case "ID": read(value, "ID", into: &deployment.id)
      case "Namespace": read(value, "Namespace", into: &deployment.namespace)
      case "JobID": read(value, "JobID", into: &deployment.jobID)
      case "JobVersion": read(value, "JobVersion", into: &deployment.jobVersion)
      case "JobCreateIndex": read(value, "JobCreateIndex", into: &deployment.jobCreateIndex, in: 0...Int.max)
      case "CreateIndex": read(value, "CreateIndex", into: &deployment.createIndex, in: 0...Int.max)
      case "Status":
        var word = ""
        read(value, "Status", into: &word)
        // A status of a newer release is one that goes on.
        deployment.status = Deployment.Status(rawValue: word) ?? .running
      case "TaskGroups":
        for group in members(value, "TaskGroups") where !group.value.isNull {
          deployment.groups.append(self.group(group.value, named: group.key))
        }
      default: break
      }
    }
    deployment.groups.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (field, text) in [("ID", deployment.id), ("JobID", deployment.jobID)] where text.isEmpty {
      report(.snapshotMissing(subject, field, at: headline(of: json)))
    }
    return deployment
  }

  private mutating func group(_ json: JSONNode, named name: String) -> Deployment.Group {
    var group = Deployment.Group(name)
    for member in members(json, "TaskGroups.\(name)") where !member.value.isNull {
      switch member.key {
      case "Promoted": read(member.value, "TaskGroups.\(name).Promoted", into: &group.isPromoted)
      case "DesiredCanaries": read(member.value, "TaskGroups.\(name).DesiredCanaries", into: &group.desiredCanaries)
      case "PlacedCanaries":
        for element in elements(member.value, "TaskGroups.\(name).PlacedCanaries") where !element.isNull {
          var id = ""
          read(element, "TaskGroups.\(name).PlacedCanaries", into: &id)
          if !id.isEmpty { group.placedCanaries.append(id) }
        }
      default: break
      }
    }
    return group
  }
}
