import JobSpec

extension JobPlanner {
  /// What is known of the job's deployments, for one of its groups.
  ///
  /// What this run has planned counts as settled: its deployment has come to its good end, and its canaries were never
  /// promoted.
  func deploymentStanding(ofGroup index: Int, in state: ClusterState) -> DeploymentStanding {
    var standing = DeploymentStanding()
    guard plan.jobKind == .service else { return standing }
    if let canaries = state.canaries[number] {
      standing.staleCanaries = canaries[groups[index]] ?? []
      return standing
    }
    guard let latest = deployment(in: state) else { return standing }
    let group = latest.group(requests[index].group)
    let canaries = numbers(ofCanaries: latest, group, index, in: state)
    let isOver = !isForThisVersion(latest, in: state) || latest.status == .successful
    if isOver || latest.status == .failed, group?.isPromoted != true { standing.staleCanaries = canaries }
    if !isOver {
      standing.current = latest
      standing.canaries = canaries.subtracting(standing.staleCanaries)
    }
    return standing
  }

  /// The latest deployment of the job: as the snapshot lists it or, where it lists none, as its allocations tell.
  private func deployment(in state: ClusterState) -> Deployment? {
    let listed = state.snapshot.deployments.filter {
      $0.jobID.utf8.elementsEqual(plan.jobID.utf8) && $0.namespace.utf8.elementsEqual(plan.namespace.utf8)
    }
    var latest: Deployment?
    for deployment in listed where deployment.createIndex >= latest?.createIndex ?? 0 { latest = deployment }
    return latest ?? inferredDeployment(in: state)
  }

  /// A deployment that must be going on, because allocations of the newest version are canaries or not yet decided to be
  /// healthy.
  private func inferredDeployment(in state: ClusterState) -> Deployment? {
    let newest = state.versions[number].count - 1
    var deployment: Deployment?
    for live in state.allocationsOfJob[number].map({ state.allocations[$0] }) where live.version == newest {
      guard case .snapshot(let index) = live.source else { continue }
      let allocation = state.snapshot.allocations[index]
      guard !allocation.isTerminal, !allocation.deploymentID.isEmpty,
        allocation.isCanary || allocation.isHealthy != true
      else { continue }
      var found = deployment ?? Deployment(id: allocation.deploymentID, jobID: plan.jobID)
      guard found.id.utf8.elementsEqual(allocation.deploymentID.utf8) else { continue }
      found.jobVersion = state.versions[number].last?.version ?? 0
      if allocation.isCanary {
        let place =
          found.groups.firstIndex { $0.name.utf8.elementsEqual(allocation.group.utf8) } ?? found.groups.endIndex
        if place == found.groups.endIndex { found.groups.append(Deployment.Group(allocation.group)) }
        found.groups[place].desiredCanaries += 1
        found.groups[place].placedCanaries.append(allocation.id)
      }
      deployment = found
    }
    return deployment
  }

  private func isForThisVersion(_ deployment: Deployment, in state: ClusterState) -> Bool {
    guard isUnchanged, let registered = state.versions[number].last else { return false }
    // A job that was purged and came back counts its versions anew.
    if let made = registered.job.createIndex, let then = deployment.jobCreateIndex, made != then { return false }
    return registered.version == nil || registered.version == deployment.jobVersion
  }

  private func numbers(
    ofCanaries deployment: Deployment, _ group: Deployment.Group?, _ index: Int, in state: ClusterState
  ) -> Set<Int> {
    var numbers: Set<Int> = []
    for number in state.allocationsOfJob[number] where state.allocations[number].group == groups[index] {
      guard case .snapshot(let place) = state.allocations[number].source else { continue }
      let allocation = state.snapshot.allocations[place]
      let isListed = group?.placedCanaries.contains { $0.utf8.elementsEqual(allocation.id.utf8) } ?? false
      if isListed || (allocation.isCanary && allocation.deploymentID.utf8.elementsEqual(deployment.id.utf8)) {
        numbers.insert(number)
      }
    }
    return numbers
  }
}
