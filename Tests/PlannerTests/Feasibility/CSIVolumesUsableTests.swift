import Testing

@testable import Planner

@Suite("CSI volumes")
struct CSIVolumesUsableTests {
  private func reason(
    isReadOnly: Bool = false, plugin: CSINodePlugin? = CSINodePlugin(id: "ebs"), allocations: [Allocation] = [],
    _ change: (inout CSIVolume) -> Void = { _ in }
  ) -> String? {
    var volume = CSIVolume(id: "db", pluginID: "ebs", accessMode: "single-node-writer")
    change(&volume)
    let request = Feasible.request {
      $0.volumes = [RequestedVolume(name: "v", type: "csi", source: "db", isReadOnly: isReadOnly)]
    }
    let node = Feasible.node("a") { $0.csiPlugins = plugin.map { [$0] } ?? [] }
    let snapshot = ClusterSnapshot(nodes: [node], allocations: allocations, volumes: [volume])
    let reason = Feasible.reasons(request, snapshot)[0]
    return reason == "fits" ? nil : reason
  }

  @Test("A volume that is free on a node with a healthy plugin fits")
  func fits() { #expect(reason() == nil) }

  @Test("Plugins must be there, healthy, and have room")
  func plugins() {
    #expect(reason(plugin: nil) == "CSI plugin ebs is missing from client id-a")
    #expect(reason(plugin: CSINodePlugin(id: "ebs", isHealthy: false)) == "CSI plugin ebs is unhealthy on client id-a")
    #expect(
      reason(plugin: CSINodePlugin(id: "ebs", maxVolumes: 0))
        == "CSI plugin ebs has the maximum number of volumes on client id-a")
  }

  @Test("A volume must be known in the job's namespace")
  func unknown() {
    #expect(reason { $0.namespace = "other" } == "missing CSI Volume db")
    let request = Feasible.request { $0.volumes = [RequestedVolume(name: "v", type: "csi", source: "db")] }
    #expect(Feasible.rejection(request, Feasible.node("a"))?.isUncertain == true)
  }

  @Test("Topologies must be met")
  func topologies() {
    let zone = CSITopologySegment(key: "zone", value: "a")
    #expect(reason { $0.topologies = [[zone]] } == "did not meet topology requirement")
    #expect(reason(plugin: CSINodePlugin(id: "ebs", topology: [zone])) { $0.topologies = [[zone]] } == nil)
  }

  @Test("Writing needs a mode for it and a free claim")
  func claims() {
    let readOnly = "CSI volume db is unschedulable or is read-only"
    #expect(reason { $0.accessMode = "single-node-reader-only" } == readOnly)
    #expect(reason(isReadOnly: true) { $0.accessMode = "single-node-reader-only" } == nil)
    #expect(reason { $0.isSchedulable = false } == readOnly)
    #expect(
      reason(isReadOnly: true) { $0.isExhausted = true }
        == "CSI volume db is unschedulable or has exhausted its available reader claims")
    let holder = Allocation(id: "h", name: "x.g[0]", jobID: "x", group: "g", nodeID: "id-z")
    let mine = Allocation(id: "h", name: "app.web[0]", jobID: "app", group: "web", nodeID: "id-z")
    #expect(
      reason(allocations: [holder]) { $0.writers = ["h"] } == "CSI volume db has exhausted its available writer claims")
    #expect(reason(allocations: [mine]) { $0.writers = ["h"] } == nil)
    #expect(
      reason(allocations: [holder]) {
        $0.writers = ["h"]
        $0.accessMode = "multi-node-multi-writer"
      } == nil)
    #expect(
      reason { $0.writers = ["gone"] }
        == "CSI volume db has exhausted its available writer claims and is claimed by a garbage collected allocation gone; waiting for claim to be released"
    )
  }
}
