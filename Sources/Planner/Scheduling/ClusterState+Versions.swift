import HCLParser
public import JobSpec

/// A version of a job that runs, or counts as running.
public struct RegisteredJob: Sendable {
  /// As the server keeps it.
  public var job: Job
  public var version: Int
  public var modifyIndex: Int
}

extension ClusterState {
  /// Takes `job` as the version that runs now: what the same job planned later is compared with.
  public mutating func register(_ job: Job, version: Int = 0, modifyIndex: Int = 0) {
    let number = self.job(namespace: job.namespace ?? "default", id: job.id)
    versions[number].append(RegisteredJob(job: job, version: version, modifyIndex: modifyIndex))
  }

  func registeredJob(namespace: String, id: String) -> RegisteredJob? {
    jobs.existingNumber(namespace: namespace, id: id).flatMap { versions[$0].last }
  }

  /// Finds out which version each allocation of a job runs, once, before the job is planned for the first time.
  ///
  /// Allocations of a snapshot mostly embed the job they run; the newest of these counts as registered unless the
  /// caller has named another. One that tells nothing is taken to run the registered version.
  mutating func resolveVersions(ofJob number: Int) {
    guard !hasResolvedVersions[number] else { return }
    hasResolvedVersions[number] = true
    var named = versions[number]
    var embedded: [RegisteredJob] = []
    var versionOf: [(allocation: Int, modifyIndex: Int)] = []
    for live in allocationsOfJob[number] {
      guard case .snapshot(let index) = allocations[live].source else { continue }
      let allocation = snapshot.allocations[index]
      guard let node = allocation.job else {
        if let modifyIndex = allocation.jobModifyIndex { versionOf.append((live, modifyIndex)) }
        continue
      }
      let modifyIndex = node["JobModifyIndex"]?.int ?? allocation.jobModifyIndex ?? 0
      versionOf.append((live, modifyIndex))
      if embedded.contains(where: { $0.modifyIndex == modifyIndex }) { continue }
      if named.contains(where: { $0.modifyIndex == modifyIndex && modifyIndex != 0 }) { continue }
      var decoding = JSONDecoding()
      let job = JobExpansion.expand(decoding.decode(node, as: Job.schema))
      embedded.append(
        RegisteredJob(
          job: job, version: node["Version"]?.int ?? allocation.jobVersion ?? 0, modifyIndex: modifyIndex))
    }
    embedded.sort { ($0.version, $0.modifyIndex) < ($1.version, $1.modifyIndex) }
    named = embedded + named
    versions[number] = named
    guard !named.isEmpty else { return }
    for live in allocationsOfJob[number] where allocations[live].version < 0 {
      let known = versionOf.first { $0.allocation == live }?.modifyIndex
      setVersion(
        of: live,
        to: known.flatMap { index in named.lastIndex { $0.modifyIndex == index } } ?? named.count - 1)
    }
  }
}
