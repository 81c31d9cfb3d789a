import HCLParser
import JobSpec

/// Ideas that edit the job file.
extension RemedySearch {
  func networkIdeas() -> [Idea] {
    let mode = request.networkNeed?.effectiveMode ?? "host"
    // Left over from another group: a block of its own sets it free.
    if request.networkNeedOrigin != nil || request.network == nil {
      return [
        edit("a network block with mode = \"host\" in group \"\(request.group)\"", at: Remedy.Place(request.groupRange))
        {
          var network = Network()
          network.mode = "host"
          $0.networks = [network]
        }
      ]
    }
    let isCNI = mode.hasPrefix("cni/")
    let offered = candidates.flatMap { before.snapshot.nodes[$0.node].resources.networkModes }
    let others = ranked(offered.filter { !isCNI || $0.hasPrefix("cni/") }, near: mode)
    let range = request.network?.modeRange
    return others.prefix(3).map { other in
      edit(
        "network mode \"\(mode)\" → \"\(other)\"",
        at: replacing(\Network.mode, of: model?.networks.first, at: range, with: "\"\(other)\"")
      ) {
        if !$0.networks.isEmpty { $0.networks[0].mode = other }
      }
    }
  }

  func hostNetworkIdeas() -> [Idea] {
    guard let network = request.network else { return networkIdeas() }
    let offered = candidates.flatMap { before.snapshot.nodes[$0.node].resources.aliases }
    var ideas: [Idea] = []
    for port in network.dynamicPorts + network.staticPorts where !offered.allSatisfy({ $0 == port.hostNetwork }) {
      for alias in ranked(offered, near: port.hostNetwork).prefix(2) {
        ideas.append(
          edit(
            "host network of port \"\(port.label)\" \"\(port.hostNetwork)\" → \"\(alias)\"",
            at: replacing(
              \Network.Port.hostNetwork, of: model?.port(labelled: port.label),
              at: port.hostNetworkRange ?? port.range, with: "\"\(alias)\"")
          ) { group in
            group.changePorts(labelled: port.label) { $0.hostNetwork = alias }
          })
      }
    }
    return ideas
  }

  func constraintIdeas(_ finding: Finding) -> [Idea] {
    guard
      let constraint = (request.jobConstraints + request.groupConstraints)
        .first(where: { $0.text.utf8.elementsEqual(finding.reason.utf8) }),
      !constraint.isImplied
    else { return [] }
    var ideas: [Idea] = []
    let target = ConstraintTarget(constraint.attribute)
    if ["=", "==", "is"].contains(constraint.comparison), !target.isLiteral, !target.isFixed {
      let values = candidates.compactMap { target.value(on: before.snapshot.nodes[$0.node]) }
      // Of names of single nodes only a near one can be meant.
      let near = Wording.nearest(to: constraint.value, among: values).map { [$0] } ?? []
      for value in target.isUnique ? near : Array(ranked(values, near: constraint.value).prefix(2)) {
        ideas.append(
          changeConstraint(
            constraint, "value of the constraint on \(constraint.attribute) \"\(constraint.value)\" → \"\(value)\""
          ) { $0.value = value })
      }
    }
    ideas.append(dropConstraint(constraint))
    return ideas
  }

  func distinctIdeas(_ finding: Finding) -> [Idea] {
    let name = finding.stage == Rejection.Stage.distinctHosts.rawValue ? "distinct_hosts" : "distinct_property"
    let constraints = (request.jobConstraints + request.groupConstraints).filter { $0.comparison == name }
    return constraints.flatMap { constraint -> [Idea] in
      guard name == "distinct_property" else { return [dropConstraint(constraint)] }
      let limit = Int(constraint.value) ?? 1
      let raised = changeConstraint(
        constraint, "limit of distinct_property on \(constraint.attribute) \(limit) → \(limit + 1)"
      ) { $0.value = String(limit + 1) }
      return [raised, dropConstraint(constraint)]
    }
  }

  private func dropConstraint(_ constraint: RequestedConstraint) -> Idea {
    let text = Wording.trimmed(constraint.text)
    let isDistinctHosts = constraint.comparison == "distinct_hosts"
    return changeConstraints(
      constraint, "no constraint \(isDistinctHosts ? "distinct_hosts" : text)", at: Remedy.Place(constraint.range)
    ) { $0.removeAll { RequestedConstraint($0, owner: constraint.owner) == constraint } }
  }

  private func changeConstraint(
    _ constraint: RequestedConstraint, _ change: String, _ body: @escaping (inout Constraint) -> Void
  ) -> Idea {
    changeConstraints(constraint, change, at: Remedy.Place(constraint.range)) { constraints in
      for index in constraints.indices
      where RequestedConstraint(constraints[index], owner: constraint.owner) == constraint { body(&constraints[index]) }
    }
  }

  /// A change of the list that holds a constraint.
  private func changeConstraints(
    _ constraint: RequestedConstraint, _ change: String, at place: Remedy.Place?,
    _ body: @escaping (inout [Constraint]) -> Void
  ) -> Idea {
    switch constraint.owner {
    case .job:
      return Idea(
        remedy: Remedy(.job, change, range: place?.range), changeJob: { body(&$0.constraints) })
    case .group: return edit(change, at: place) { body(&$0.constraints) }
    case .task(let name):
      return edit(change, at: place) { group in
        for index in group.tasks.indices where group.tasks[index].name == name { body(&group.tasks[index].constraints) }
      }
    }
  }

  /// Makes the scheduler ask each node instead of each class.
  var askEachNode: Idea {
    edit(
      "a constraint on ${node.unique.name} with operator is_set in group \"\(request.group)\", so that Nomad asks each node",
      at: Remedy.Place(request.groupRange)
    ) {
      var constraint = Constraint()
      constraint.attribute = "${node.unique.name}"
      constraint.operator = "is_set"
      $0.constraints.append(constraint)
    }
  }

  func volumeIdeas() -> [Idea] {
    var ideas: [Idea] = []
    for volume in request.volumes where volume.type == "host" {
      if !volume.isReadOnly {
        ideas.append(
          edit("volume \"\(volume.name)\" read-only", at: Remedy.Place(volume.range)) {
            for index in $0.volumes.indices where $0.volumes[index].name == volume.name {
              $0.volumes[index].readOnly = true
            }
          })
      }
      let sources = candidates.flatMap { before.snapshot.nodes[$0.node].hostVolumes.map(\.name) }
      for source in ranked(sources, near: volume.source).prefix(2) {
        ideas.append(
          edit(
            "source of volume \"\(volume.name)\" \"\(volume.source)\" → \"\(source)\"",
            at: replacing(
              \VolumeRequest.source, of: model?.volumes.first { $0.name == volume.name }, at: volume.sourceRange,
              with: "\"\(source)\"")
          ) {
            for index in $0.volumes.indices where $0.volumes[index].name == volume.name {
              $0.volumes[index].source = source
            }
          })
      }
    }
    return ideas
  }

  func csiVolumeIdeas() -> [Idea] {
    let known = (before.snapshot.volumes ?? []).filter { $0.namespace.utf8.elementsEqual(request.namespace.utf8) }
    var ideas: [Idea] = []
    for volume in request.volumes where volume.type == "csi" && !volume.isPerAllocation {
      if !known.contains(where: { $0.id.utf8.elementsEqual(volume.source.utf8) }),
        let near = Wording.nearest(to: volume.source, among: known.map(\.id))
      {
        ideas.append(
          edit(
            "source of volume \"\(volume.name)\" \"\(volume.source)\" → \"\(near)\"",
            at: replacing(
              \VolumeRequest.source, of: model?.volumes.first { $0.name == volume.name }, at: volume.sourceRange,
              with: "\"\(near)\"")
          ) {
            for index in $0.volumes.indices where $0.volumes[index].name == volume.name {
              $0.volumes[index].source = near
            }
          })
      }
      if !volume.isReadOnly {
        ideas.append(
          edit("volume \"\(volume.name)\" read-only", at: Remedy.Place(volume.range)) {
            for index in $0.volumes.indices where $0.volumes[index].name == volume.name {
              $0.volumes[index].readOnly = true
            }
          })
      }
    }
    return ideas
  }

  func deviceIdeas() -> [Idea] {
    request.devices.filter { $0.count > 1 }.map { device in
      edit(
        "\(device.count - 1) of device \"\(device.name)\" instead of \(device.count)", at: Remedy.Place(device.range)
      ) {
        for index in $0.tasks.indices where $0.tasks[index].name == device.task {
          guard var resources = $0.tasks[index].resources else { continue }
          for position in resources.devices.indices where resources.devices[position].name == device.name {
            resources.devices[position].count = device.count - 1
          }
          $0.tasks[index].resources = resources
        }
      }
    }
  }
}

extension Remedy {
  /// Where to edit, and what to write there.
  struct Place {
    var range: SourceRange
    var replacement: String?

    init?(_ range: SourceRange?, _ replacement: String? = nil) {
      guard let range else { return nil }
      self.range = range
      self.replacement = replacement
    }
  }
}
