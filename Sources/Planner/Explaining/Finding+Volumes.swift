import HCLParser

/// What is wrong with the plugin of a network volume on a node, taken from Nomad's words for it, which name the node:
/// the cause is the same on all nodes.
struct CSIPluginFault {
  var plugin: String
  /// `is missing`, `is unhealthy`, `has the maximum number of volumes`.
  var fault: String

  init?(_ reason: String) {
    let words = reason.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 4, words[0] == "CSI", words[1] == "plugin",
      let client = words.lastIndex(of: "client"), client > 4, words[client - 1] == "on" || words[client - 1] == "from"
    else { return nil }
    plugin = String(words[2])
    fault = words[3..<(client - 1)].joined(separator: " ")
  }

  var text: String { "CSI plugin \(plugin) \(fault)" }
}

extension ExplanationBuilder {
  /// Which network volume cannot be used, and what the nodes and the cluster have instead.
  func describeCSIVolume(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    let rejections = lackers.compactMap { outcome in outcome.rejections.first { FindingKey($0) == key } }
    let sample = rejections.first?.reason ?? ""
    // Several volumes may hang on one plugin.
    finding.causes = []
    for rejection in rejections {
      for cause in rejection.causes where !finding.causes.contains(cause) && finding.causes.count < 3 {
        finding.causes.append(cause)
      }
    }
    if let plugin = CSIPluginFault(sample) {
      switch plugin.fault {
      case "is missing":
        finding.summary = having("CSI plugin \"\(plugin.plugin)\"", lackers: lackers.count)
        let plugins = candidates.map { snapshot.nodes[$0.node].csiPlugins.map(\.id) }
        finding.details = distribution(of: plugins, describe: { "CSI plugin \"\($0)\"" }, none: "no CSI plugin")
        let known = snapshot.nodes.flatMap { $0.csiPlugins.map(\.id) }
        if !known.contains(where: { $0.utf8.elementsEqual(plugin.plugin.utf8) }) {
          finding.help = suggestion(plugin.plugin, among: known)
        }
      default:
        describeByDetail(key, &finding)
        let fault = plugin.fault == "is unhealthy" ? "is not healthy" : plugin.fault
        finding.summary = "CSI plugin \"\(plugin.plugin)\" \(fault) on \(Wording.names(lackers.map(\.name)))"
      }
      return
    }
    if let source = missingVolume(sample) {
      guard let volumes = snapshot.volumes else {
        finding.summary = "CSI volume \"\(source)\" is not known: the snapshot holds no list of CSI volumes"
        return
      }
      finding.summary = "there is no CSI volume \"\(source)\" in namespace \"\(request.namespace)\""
      let here = volumes.filter { $0.namespace.utf8.elementsEqual(request.namespace.utf8) }.map(\.id)
      let others = volumes.filter { $0.id.utf8.elementsEqual(source.utf8) }.map { "\"\($0.namespace)\"" }
      if !others.isEmpty {
        finding.details = ["namespace \(Wording.list(others)) has one of that id"]
      } else {
        finding.details =
          here.isEmpty
          ? ["the namespace has no CSI volumes at all"]
          : ["the namespace has \(Wording.names(here.map { "\"\($0)\"" }))"]
        finding.help = suggestion(source, among: here)
      }
      return
    }
    describeByDetail(key, &finding)
    if sample == "did not meet topology requirement" {
      finding.summary = "\(Wording.count(lackers.count, "node")) cannot reach the place of a CSI volume"
    }
    // The same on all nodes: it is a matter of the volume, not of the nodes.
    if Set(rejections.map(\.detail)).count == 1, !finding.details.isEmpty {
      finding.details = [rejections[0].detail]
    }
  }

  /// The id in Nomad's words for a volume that is not there.
  func missingVolume(_ reason: String) -> String? {
    let start = "missing CSI Volume "
    return reason.utf8.starts(with: start.utf8) ? String(reason.dropFirst(start.count)) : nil
  }
}
