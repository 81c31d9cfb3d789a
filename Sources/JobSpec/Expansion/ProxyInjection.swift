import HCLParser

extension JobExpansion {
  /// Adds what a group's mesh services need to run: proxy and gateway tasks, and their ports.
  /// `reference/scheduler.md` section 9.
  static func injectProxies(into group: inout TaskGroup, of job: Job) {
    // The server passes such a group over; a rule refuses it then.
    guard !group.networks.isEmpty else { return }
    for index in group.services.indices {
      guard let connect = group.services[index].connect else { continue }
      if connect.sidecarService != nil {
        injectSidecar(for: group.services[index], into: &group, of: job)
      } else if connect.native {
        markNativeTask(ofService: index, in: &group)
      } else if connect.gateway != nil {
        injectGateway(serviceIndex: index, into: &group, of: job)
      }
    }
  }

  private static func injectSidecar(for service: Service, into group: inout TaskGroup, of job: Job) {
    guard let connect = service.connect, let sidecar = connect.sidecarService else { return }
    let kind = "connect-proxy:\(service.name)"
    if !group.tasks.contains(where: { $0.kind == kind }) {
      var task = proxyTask(named: "connect-proxy-\(service.name)", kind: kind, in: group, cause: sidecar.origin)
      task.config?.set(.init("image", FreeFormValue(.string("${meta.connect.sidecar_image}"))))
      task.lifecycle = Lifecycle(hook: "prestart", sidecar: true, addedBy: sidecar.origin)
      task.constraints = meshConstraints(cause: sidecar.origin)
      if let overrides = connect.sidecarTask { task.merge(overrides) }
      fillDefaults(of: &task, in: group, of: job)
      group.tasks.append(task)
    } else if let index = group.tasks.firstIndex(where: { $0.kind == kind }), let overrides = connect.sidecarTask {
      group.tasks[index].merge(overrides)
    }
    let label = sidecar.port.isEmpty ? "connect-proxy-\(service.name)" : sidecar.port
    group.networks[0].addProxyPort(label, cause: sidecar.origin)
  }

  /// A native service is backed by the task it names, or by the only one.
  private static func markNativeTask(ofService serviceIndex: Int, in group: inout TaskGroup) {
    let service = group.services[serviceIndex]
    let name = service.task.isEmpty && group.tasks.count == 1 ? group.tasks[0].name : service.task
    guard let index = group.tasks.firstIndex(where: { $0.name == name }) else { return }
    group.tasks[index].kind = "connect-native:\(service.name)"
    group.services[serviceIndex].task = name
  }

  private static func injectGateway(serviceIndex: Int, into group: inout TaskGroup, of job: Job) {
    let service = group.services[serviceIndex]
    guard let connect = service.connect, let gateway = connect.gateway else { return }
    let prefix: String
    if gateway.ingress != nil {
      prefix = "connect-ingress"
    } else if gateway.terminating != nil {
      prefix = "connect-terminating"
    } else if gateway.mesh != nil {
      prefix = "connect-mesh"
    } else {
      return
    }
    let kind = "\(prefix):\(service.name)"
    bindGateway(serviceIndex: serviceIndex, prefix: prefix, in: &group)
    guard !group.tasks.contains(where: { $0.kind == kind }) else { return }
    var task = proxyTask(named: "\(prefix)-\(service.name)", kind: kind, in: group, cause: gateway.origin)
    task.config?.set(.init("image", FreeFormValue(.string("${meta.connect.gateway_image}"))))
    if group.networks[0].mode == "host" {
      task.config?.set(.init("network_mode", FreeFormValue(.string("host"))))
    }
    task.constraints = meshConstraints(cause: gateway.origin)
    if gateway.asksForTLSVersions {
      task.constraints.append(
        Constraint("${attr.consul.version}", "semver", ">= 1.11.2", addedBy: gateway.ingress?.origin ?? gateway.origin))
    }
    if let overrides = connect.sidecarTask { task.merge(overrides) }
    fillDefaults(of: &task, in: group, of: job)
    group.tasks.append(task)
  }

  /// Gives a gateway its ports, and in a network namespace the addresses to listen on.
  private static func bindGateway(serviceIndex: Int, prefix: String, in group: inout TaskGroup) {
    guard var gateway = group.services[serviceIndex].connect?.gateway else { return }
    let service = group.services[serviceIndex]
    let label = "\(prefix)-\(service.name)"
    let isBridged = group.networks[0].mode == "bridge"
    var addresses: [Connect.Gateway.BindAddress] = []
    func bind(_ name: String, port: Int) {
      var address = Connect.Gateway.BindAddress()
      address.name = name
      address.address = "0.0.0.0"
      address.port = port
      address.origin = .added(by: gateway.origin)
      addresses.append(address)
    }
    if let ingress = gateway.ingress {
      for listener in ingress.listeners {
        for inner in listener.services { bind(inner.name, port: listener.port) }
      }
    } else if gateway.terminating != nil {
      if service.port.isEmpty {
        group.services[serviceIndex].port = label
        group.networks[0].addProxyPort(label, cause: gateway.origin)
      }
      bind("default", port: -1)
    } else {
      group.networks[0].addProxyPort("\(label)-lan", cause: gateway.origin)
      bind("wan", port: -1)
      bind("lan", port: -1)
    }
    if isBridged, var proxy = gateway.proxy, !proxy.isBoundByHand {
      proxy.envoyGatewayNoDefaultBind = true
      proxy.envoyGatewayBindAddresses = addresses.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      gateway.proxy = proxy
    }
    group.services[serviceIndex].connect?.gateway = gateway
  }
}

extension Connect.Gateway {
  /// Whether a listener names TLS versions or cipher suites, which older Consul does not know.
  fileprivate var asksForTLSVersions: Bool {
    guard let tls = ingress?.tls else { return false }
    return !tls.tlsMinVersion.isEmpty || !tls.tlsMaxVersion.isEmpty || !(tls.cipherSuites ?? []).isEmpty
  }
}

extension Connect.Gateway.Proxy {
  fileprivate var isBoundByHand: Bool {
    envoyGatewayNoDefaultBind || envoyGatewayBindTaggedAddresses || !envoyGatewayBindAddresses.isEmpty
  }
}

extension Network {
  /// Adds a dynamic port that is the same inside and outside, unless the network has one of that label.
  fileprivate mutating func addProxyPort(_ label: String, cause: Origin) {
    guard !dynamicPorts.contains(where: { $0.label == label }) else { return }
    dynamicPorts.append(Port(proxyLabel: label, addedBy: cause))
  }
}

extension Network.Port {
  /// A dynamic port with `to = -1`.
  init(proxyLabel label: String, addedBy cause: Origin) {
    self.init()
    self.label = label
    to = -1
    hostNetwork = "default"
    origin = .added(by: cause)
  }
}

extension Lifecycle {
  fileprivate init(hook: String, sidecar: Bool, addedBy cause: Origin) {
    self.init()
    self.hook = hook
    self.sidecar = sidecar
    origin = .added(by: cause)
  }
}
