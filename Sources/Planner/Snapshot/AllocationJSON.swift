import HCLParser

/// An allocation of the API, full or a stub → `Allocation`. `reference/node-snapshot.md` section 7.
extension SnapshotFields {
  /// `jobs` are those that allocations do not embed, by namespace and id.
  mutating func allocation(_ json: JSONNode, jobs: [[String]: JSONNode] = [:]) -> Allocation {
    var allocation = Allocation(id: "", name: "", jobID: "", group: "", nodeID: "")
    var resources: JSONNode?
    var kindName = ""
    for member in json.members {
      let value = member.value
      if value.isNull { continue }
      switch member.key {
      case "ID": read(value, "ID", into: &allocation.id)
      case "Name": read(value, "Name", into: &allocation.name)
      case "Namespace": read(value, "Namespace", into: &allocation.namespace)
      case "JobID": read(value, "JobID", into: &allocation.jobID)
      case "TaskGroup": read(value, "TaskGroup", into: &allocation.group)
      case "NodeID": read(value, "NodeID", into: &allocation.nodeID)
      case "NodeName": read(value, "NodeName", into: &allocation.nodeName)
      case "DesiredStatus": read(value, "DesiredStatus", into: &allocation.desiredStatus)
      case "ClientStatus": read(value, "ClientStatus", into: &allocation.clientStatus)
      case "DesiredTransition": transition(value, into: &allocation)
      case "DeploymentID": read(value, "DeploymentID", into: &allocation.deploymentID)
      case "DeploymentStatus": deploymentStatus(value, into: &allocation)
      case "PreviousAllocation": read(value, "PreviousAllocation", into: &allocation.previousAllocation)
      case "NextAllocation": read(value, "NextAllocation", into: &allocation.nextAllocation)
      case "FollowupEvalID": read(value, "FollowupEvalID", into: &allocation.followupEvaluation)
      case "RescheduleTracker": rescheduleEvents(value, into: &allocation.rescheduleEvents)
      case "ModifyTime": read(value, "ModifyTime", into: &allocation.modifyTime, in: 0...Int.max)
      case "AllocStates": statusRecords(value, into: &allocation)
      case "TaskStates": taskStates(value, into: &allocation.taskStates)
      case "AllocatedResources": resources = value
      case "Job": job(value, into: &allocation)
      case "Priority": read(value, "Priority", into: &allocation.priority, in: -1_000_000...1_000_000)
      case "JobType": read(value, "JobType", into: &kindName)
      case "JobVersion": read(value, "JobVersion", into: &allocation.jobVersion)
      default: break
      }
    }
    if allocation.job == nil, let job = jobs[[allocation.namespace, allocation.jobID]] {
      let version = allocation.jobVersion
      self.job(job, into: &allocation)
      // Jobs are listed in their newest version; of an older one, priority and type are all that can be told.
      if let version, version != allocation.jobVersion {
        allocation.job = nil
        allocation.jobVersion = version
        allocation.jobModifyIndex = nil
      }
    }
    if allocation.jobKind == nil { allocation.jobKind = JobKind(rawValue: kindName) }
    for (field, text) in [("ID", allocation.id), ("JobID", allocation.jobID), ("NodeID", allocation.nodeID)]
    where text.isEmpty { report(.snapshotMissing(subject, field, at: headline(of: json))) }
    if let resources {
      allocatedResources(resources, of: allocation, into: &allocation.resources)
    } else {
      resourcesOfJob(allocation, into: &allocation.resources)
    }
    return allocation
  }

  private mutating func transition(_ json: JSONNode, into allocation: inout Allocation) {
    for field in members(json, "DesiredTransition") where !field.value.isNull {
      switch field.key {
      case "Migrate": read(field.value, "DesiredTransition.Migrate", into: &allocation.wantsMigration)
      case "Reschedule": read(field.value, "DesiredTransition.Reschedule", into: &allocation.wantsReschedule)
      case "ForceReschedule":
        read(field.value, "DesiredTransition.ForceReschedule", into: &allocation.forcesReschedule)
      default: break
      }
    }
  }

  private mutating func deploymentStatus(_ json: JSONNode, into allocation: inout Allocation) {
    for field in members(json, "DeploymentStatus") where !field.value.isNull {
      switch field.key {
      case "Healthy": read(field.value, "DeploymentStatus.Healthy", into: &allocation.isHealthy)
      case "Canary": read(field.value, "DeploymentStatus.Canary", into: &allocation.isCanary)
      default: break
      }
    }
  }

  private mutating func rescheduleEvents(_ json: JSONNode, into target: inout [Allocation.RescheduleEvent]) {
    for member in members(json, "RescheduleTracker") where member.key == "Events" && !member.value.isNull {
      for element in elements(member.value, "RescheduleTracker.Events") {
        var event = Allocation.RescheduleEvent(time: 0, previousAllocation: "", previousNode: "")
        for field in members(element, "RescheduleTracker.Events") where !field.value.isNull {
          switch field.key {
          case "RescheduleTime":
            read(field.value, "RescheduleTracker.Events.RescheduleTime", into: &event.time, in: 0...Int.max)
          case "PrevAllocID":
            read(field.value, "RescheduleTracker.Events.PrevAllocID", into: &event.previousAllocation)
          case "Delay": read(field.value, "RescheduleTracker.Events.Delay", into: &event.delay, in: 0...Int.max)
          case "PrevNodeID": read(field.value, "RescheduleTracker.Events.PrevNodeID", into: &event.previousNode)
          default: break
          }
        }
        target.append(event)
      }
    }
  }

  /// What the server has recorded of an allocation's status: whether contact was lost and has not been made good since.
  private mutating func statusRecords(_ json: JSONNode, into allocation: inout Allocation) {
    for element in elements(json, "AllocStates") {
      var (field, value, time) = (0, "", "")
      for member in members(element, "AllocStates") where !member.value.isNull {
        switch member.key {
        case "Field":
          // Written as a number; some tools write the word.
          if let word = member.value.string {
            field = word == "client_status" ? 0 : 1
          } else {
            field = member.value.int ?? 1
          }
        case "Value": read(member.value, "AllocStates.Value", into: &value)
        case "Time": read(member.value, "AllocStates.Time", into: &time)
        default: break
        }
      }
      guard field == 0 else { continue }
      allocation.needsReconnect = value == "unknown"
      allocation.unknownSince = value == "unknown" ? Self.nanoseconds(time) ?? 0 : 0
    }
  }

  private mutating func taskStates(_ json: JSONNode, into target: inout [Allocation.TaskState]) {
    for member in members(json, "TaskStates") where !member.value.isNull {
      var state = Allocation.TaskState(task: member.key, state: "")
      for field in members(member.value, "TaskStates.\(member.key)") where !field.value.isNull {
        switch field.key {
        case "State": read(field.value, "TaskStates.\(member.key).State", into: &state.state)
        case "Failed": read(field.value, "TaskStates.\(member.key).Failed", into: &state.hasFailed)
        case "FinishedAt":
          var time = ""
          read(field.value, "TaskStates.\(member.key).FinishedAt", into: &time)
          state.finishedAt = Self.nanoseconds(time) ?? 0
        default: break
        }
      }
      target.removeAll { $0.task.utf8.elementsEqual(state.task.utf8) }
      target.append(state)
    }
    target.sort { $0.task.utf8.lexicographicallyPrecedes($1.task.utf8) }
  }

  /// Nanoseconds since 1970, or nil where the text is no time, or one that a Go program would write for "never".
  static func nanoseconds(_ text: String) -> Int? {
    guard let time = Timestamp(text), time.seconds > 0 else { return nil }
    let (product, overflow) = time.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? nil : Int(clamping: product &+ time.nanoseconds)
  }

  /// The job it runs: kept whole for whoever compares jobs, and its few facts that placing asks for.
  private mutating func job(_ json: JSONNode, into allocation: inout Allocation) {
    guard json.kind == .object else {
      _ = members(json, "Job")
      return
    }
    allocation.job = json
    for field in json.members where !field.value.isNull {
      switch field.key {
      case "Priority": read(field.value, "Job.Priority", into: &allocation.priority, in: -1_000_000...1_000_000)
      case "Version": read(field.value, "Job.Version", into: &allocation.jobVersion)
      case "CreateIndex": read(field.value, "Job.CreateIndex", into: &allocation.jobCreateIndex, in: 0...Int.max)
      case "JobModifyIndex":
        read(field.value, "Job.JobModifyIndex", into: &allocation.jobModifyIndex, in: 0...Int.max)
      case "Type":
        var name = ""
        read(field.value, "Job.Type", into: &name)
        allocation.jobKind = JobKind(rawValue: name)
      default: break
      }
    }
  }
}
