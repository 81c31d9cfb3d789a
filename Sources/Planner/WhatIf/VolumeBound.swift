/// How many instances of a group can use its network volumes at a time.
///
/// The scheduler does not look at that: claims of the same job never stand in its way, and the claim fails only when the
/// instance starts. A job that asks for more is refused by the rules, but who asks how many would fit wants to know.
struct VolumeBound {
  var users: Int
  private let volume: RequestedVolume

  /// Nil where any number can.
  init?(_ request: PlacementRequest) {
    let bounded = request.volumes.first { volume in
      guard volume.type == "csi", !volume.isPerAllocation else { return false }
      if volume.accessMode.utf8.starts(with: "single-node-".utf8) { return true }
      return volume.accessMode == "multi-node-single-writer" && !volume.isReadOnly
    }
    guard let bounded else { return nil }
    volume = bounded
    users = 1
  }

  /// What stops the next instance, with the line that asks for the volume.
  func failure(of request: PlacementRequest, instance: Int) -> PlacementFailure {
    var finding = Finding(
      stage: Rejection.Stage.csiVolume.rawValue, reason: "",
      summary:
        "volume \"\(volume.name)\" is for one instance: access mode \"\(volume.accessMode)\" of CSI volume \"\(volume.source)\"",
      nodes: [])
    if let range = volume.range { finding.causes = [.init("group \"\(request.group)\" asks for it here", range)] }
    finding.help = "per_alloc = true gives each instance a volume of its own"
    var failure = PlacementFailure(
      group: request.group, metrics: PlacementMetrics(), request: request, firstIndex: instance)
    failure.explanation = Explanation()
    failure.explanation?.findings = [finding]
    return failure
  }
}
