import HCLParser
public import JobSpec

/// A version of a job that runs, or counts as running.
public struct RegisteredJob: Sendable {
  /// As the server keeps it.
  public var job: Job
  /// Nil where nobody tells.
  public var version: Int?
  public var modifyIndex: Int
}

extension ClusterState {
  /// Takes `job` as the version that runs now: what the same job planned later is compared with.
  public mutating func register(_ job: Job, version: Int? = nil, modifyIndex: Int = 0) {
    let number = self.job(namespace: job.namespace ?? "default", id: job.id)
    versions[number].append(RegisteredJob(job: job, version: version, modifyIndex: modifyIndex))
  }

  /// The version of a job that counts as registered, if there is one: named by the caller, or told by the snapshot.
  public mutating func registeredVersion(of job: Job) -> RegisteredJob? {
    let namespace = job.namespace ?? "default"
    guard
      jobs.existingNumber(namespace: namespace, id: job.id) != nil
        || listedJob(namespace: namespace, id: job.id) != nil
    else { return nil }
    let number = self.job(namespace: namespace, id: job.id)
    resolveVersions(ofJob: number)
    return versions[number].last
  }

  /// Finds out which version each allocation of a job runs, once, before the job is planned for the first time.
  ///
  /// Allocations of a snapshot mostly embed the job they run; the newest of these counts as registered, unless the
  /// snapshot lists a newer one or the caller has named another. One that tells nothing is taken to run the registered
  /// version.
  mutating func resolveVersions(ofJob number: Int) {
    guard !hasResolvedVersions[number] else { return }
    hasResolvedVersions[number] = true
    var named = versions[number]
    var told: [RegisteredJob] = []
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
      if told.contains(where: { $0.modifyIndex == modifyIndex }) { continue }
      if named.contains(where: { $0.modifyIndex == modifyIndex && modifyIndex != 0 }) { continue }
      told.append(Self.registered(node, version: allocation.jobVersion, modifyIndex: modifyIndex))
    }
    if let node = listedJob(namespace: jobs.namespace(of: number), id: jobs.id(of: number)) {
      let modifyIndex = node["JobModifyIndex"]?.int ?? 0
      if !(told + named).contains(where: { $0.modifyIndex == modifyIndex }) {
        told.append(Self.registered(node, version: nil, modifyIndex: modifyIndex))
      }
    }
    told.sort { ($0.version ?? 0, $0.modifyIndex) < ($1.version ?? 0, $1.modifyIndex) }
    // A named version that says the same as the newest one told is that one: what runs it is up to date.
    if let newest = told.last, let last = named.indices.last, named[last].modifyIndex == 0,
      newest.job.withoutServerFields == named[last].job.withoutServerFields
    {
      named[last].version = newest.version
      named[last].modifyIndex = newest.modifyIndex
      told.removeLast()
    }
    named = told + named
    versions[number] = named
    guard !named.isEmpty else { return }
    for live in allocationsOfJob[number] where allocations[live].version < 0 {
      let known = versionOf.first { $0.allocation == live }?.modifyIndex
      setVersion(
        of: live,
        to: known.flatMap { index in named.lastIndex { $0.modifyIndex == index } } ?? named.count - 1)
    }
  }

  private static func registered(_ node: JSONNode, version: Int?, modifyIndex: Int) -> RegisteredJob {
    var decoding = JSONDecoding()
    let job = JobExpansion.expand(decoding.decode(node, as: Job.schema))
    return RegisteredJob(job: job, version: node["Version"]?.int ?? version, modifyIndex: modifyIndex)
  }

  /// The job as the snapshot lists it.
  private func listedJob(namespace: String, id: String) -> JSONNode? {
    snapshot.jobs.first {
      $0["ID"]?.string?.utf8.elementsEqual(id.utf8) == true
        && ($0["Namespace"]?.string ?? "default").utf8.elementsEqual(namespace.utf8)
    }
  }
}
