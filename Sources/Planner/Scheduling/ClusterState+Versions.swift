import HCLParser
public import JobSpec

/// A version of a job that runs, or counts as running.
public struct RegisteredJob: Sendable {
  /// As the server keeps it.
  public var job: Job
  /// Nil where nobody tells.
  public var version: Int?
  /// Nomad's `JobModifyIndex`; 0 where nobody tells, −1 for a version of which only the number is known.
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
    registeredVersion(namespace: job.namespace ?? "default", id: job.id)
  }

  /// The same for a job of which only the name is known.
  public mutating func registeredVersion(namespace: String, id: String) -> RegisteredJob? {
    guard
      jobs.existingNumber(namespace: namespace, id: id) != nil || listedJob(namespace: namespace, id: id) != nil
    else { return nil }
    let number = self.job(namespace: namespace, id: id)
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
    var numberOf: [Int: Int] = [:]
    for live in allocationsOfJob[number] {
      guard case .snapshot(let index) = allocations[live].source else { continue }
      let allocation = snapshot.allocations[index]
      guard let node = allocation.job else {
        if let modifyIndex = allocation.jobModifyIndex { versionOf.append((live, modifyIndex)) }
        numberOf[live] = allocation.jobVersion
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
    if named.isEmpty { return }
    Self.addUnknownVersions(&named, numbers: Set(numberOf.values).sorted())
    versions[number] = named
    let indexes = Dictionary(versionOf.map { ($0.allocation, $0.modifyIndex) }, uniquingKeysWith: { first, _ in first })
    for live in allocationsOfJob[number] where allocations[live].version < 0 {
      let byIndex = indexes[live].flatMap { index in named.lastIndex { $0.modifyIndex == index } }
      let byNumber = numberOf[live].flatMap { number in named.lastIndex { $0.version == number } }
      setVersion(of: live, to: byIndex ?? byNumber ?? named.count - 1)
    }
  }

  /// Lists of allocations tell the number of a version and not what it is. One below the registered version is older all
  /// the same; what it says is not known, so that whatever runs it counts as in need of a replacement.
  private static func addUnknownVersions(_ named: inout [RegisteredJob], numbers: [Int]) {
    guard let newest = numbers.last, let last = named.indices.last else { return }
    if named[last].version == nil { named[last].version = newest }
    let registered = named[last].version ?? 0
    for number in numbers where number < registered && !named.contains(where: { $0.version == number }) {
      let place = named.firstIndex { $0.version ?? 0 > number } ?? named.count
      named.insert(RegisteredJob(job: Job(), version: number, modifyIndex: -1), at: place)
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
