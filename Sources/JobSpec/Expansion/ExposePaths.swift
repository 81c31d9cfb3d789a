import HCLParser

extension JobExpansion {
  /// Lets the checks that ask for it through the proxy: a path of the proxy for each, and a port where the check has none.
  /// `reference/scheduler.md` section 9.5.
  static func exposeChecks(of group: inout TaskGroup) {
    // Anything else is refused by a rule.
    guard group.networks.count == 1, group.networks[0].mode == "bridge" else { return }
    for serviceIndex in group.services.indices {
      let service = group.services[serviceIndex]
      guard service.connect?.sidecarService != nil else { continue }
      for checkIndex in service.checks.indices where service.checks[checkIndex].expose {
        expose(checkIndex: checkIndex, serviceIndex: serviceIndex, in: &group)
      }
    }
  }

  private static func expose(checkIndex: Int, serviceIndex: Int, in group: inout TaskGroup) {
    let service = group.services[serviceIndex]
    var check = service.checks[checkIndex]
    guard check.asksForExposedPath, let localPort = localPort(of: service, in: group)
    else { return }
    if check.port.isEmpty {
      check.port = "svc_\(service.name)_ck_\(contentHash(of: check, named: "\(service.name)_\(checkIndex)"))"
      group.networks[0].dynamicPorts.append(Network.Port(proxyLabel: check.port, addedBy: check.origin))
      group.services[serviceIndex].checks[checkIndex] = check
    }
    var path = Connect.ExposedPath()
    path.path = check.path
    path.protocol = check.protocol
    path.localPathPort = localPort
    path.listenerPort = check.port
    path.origin = .added(by: check.origin)
    guard var sidecar = group.services[serviceIndex].connect?.sidecarService else { return }
    var proxy = sidecar.proxy ?? Connect.Proxy(addedBy: sidecar.origin)
    var expose = proxy.expose ?? Connect.Expose(addedBy: check.origin)
    if !expose.paths.contains(path) { expose.paths.append(path) }
    proxy.expose = expose
    sidecar.proxy = proxy
    group.services[serviceIndex].connect?.sidecarService = sidecar
  }

  /// Six characters that stand for a check in the label of its generated port.
  ///
  /// `reference/scheduler.md` 9.5 says only that they begin a SHA-1 of the check's content, seeded with the service's name
  /// and the check's number. Seed and order were found by trying until the single recorded label came out
  /// (`Corpus/Conformance/plan/connect-expose-check`: name, type, path, interval, timeout, on_update). Command, args,
  /// protocol, method and body are a guess: a check that sets them may get another label from Nomad.
  private static func contentHash(of check: Service.Check, named seed: String) -> String {
    let parts =
      [seed, check.name, check.type, check.command] + (check.args ?? [])
      + [check.path, check.protocol, check.port, check.interval.description, check.timeout.description, check.method]
      + [check.body, check.onUpdate]
    let digest = Digest.sha1(Array(parts.joined().utf8))
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.prefix(3).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The port on which a service listens inside its group, as the server finds it: the static port of its label, or a
  /// number. The server does not look at `to`.
  static func localPort(of service: Service, in group: TaskGroup) -> Int? {
    for network in group.networks {
      for port in network.ports where port.label == service.port && port.isStatic { return port.static }
    }
    return Int(service.port)
  }
}

extension Service.Check {
  /// Whether the server adds a path to the proxy for this check, if the rest of the group lets it.
  var asksForExposedPath: Bool {
    expose && (type == "http" || type == "grpc") && path.utf8.first == UInt8(ascii: "/")
  }
}

extension Connect.Proxy {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension Connect.Expose {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}
