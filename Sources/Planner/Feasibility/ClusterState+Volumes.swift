import HCLParser
import JobSpec

extension ClusterState {
  /// A network volume that an instance was given, by its job's request.
  struct VolumeUse {
    var namespace: String
    var id: String
    var isReadOnly: Bool
  }

  /// The network volumes an allocation asks for by its job. Claims are what clients make of them once it runs.
  func volumeUses(of live: LiveAllocation) -> [VolumeUse] {
    let name = jobs.group(live.group)
    if case .snapshot(let index) = live.source, let job = snapshot.allocations[index].job {
      let group = job["TaskGroups"]?.elements.first { $0["Name"]?.string?.utf8.elementsEqual(name.utf8) ?? false }
      return (group?["Volumes"]?.members.map(\.value) ?? []).compactMap { volume in
        guard volume["Type"]?.string == "csi" else { return nil }
        let request = RequestedVolume(
          name: "", type: "csi", source: volume["Source"]?.string ?? "", isReadOnly: volume["ReadOnly"]?.bool ?? false,
          isPerAllocation: volume["PerAlloc"]?.bool ?? false)
        return use(request, by: live)
      }
    }
    let group = versions[live.job].last?.job.groups.first { $0.name.utf8.elementsEqual(name.utf8) }
    return (group?.volumes ?? []).map(RequestedVolume.init).filter { $0.type == "csi" }.map { use($0, by: live) }
  }

  private func use(_ request: RequestedVolume, by live: LiveAllocation) -> VolumeUse {
    VolumeUse(
      namespace: jobs.namespace(of: live.job), id: request.source(forInstance: live.instance),
      isReadOnly: request.isReadOnly)
  }
}
