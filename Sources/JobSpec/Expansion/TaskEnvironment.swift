public import HCLParser

/// The variables about networks that a task finds in its environment, and where each value comes from.
/// `reference/scheduler.md` section 10.
public struct TaskEnvironment: Sendable, Hashable {
  /// One variable.
  public struct Variable: Sendable, Hashable {
    /// The whole name, `NOMAD_PORT_http`; each stands once in an environment.
    public var name: String
    /// The value where the job settles it; nil where the node or the scheduler does.
    public var value: String?
    /// Where the value comes from: `the dynamic port of label "http"`.
    public var source: String
    /// The port or key that the value follows from; nil where no file has one.
    public var range: SourceRange?
  }

  /// The name of the task's group.
  public var group: String
  /// The name of the task.
  public var task: String
  /// The task's driver.
  public var driver: String
  /// How the group is connected: `host`, `bridge`, `none`, `cni/NAME`.
  public var mode: String
  /// True where this task makes the client start a pause container, which owns the network namespace of the group.
  public var forcesPauseContainer: Bool
  /// Ports first, as the job lists them, then upstreams.
  public var variables: [Variable]

  /// The environments of all tasks of an expanded job, proxies included. Releases from 1.8 on tell of the namespace too.
  /// `planned` gives, by group, what an instance got where the job was planned.
  public static func all(
    in job: Job, for release: NomadRelease = .baseline, planned: [String: PlannedPorts] = [:]
  ) -> [TaskEnvironment] {
    job.groups.flatMap { group in
      let builder = EnvironmentBuilder(group: group, release: release, planned: planned[group.name] ?? PlannedPorts())
      return group.tasks.map { builder.environment(of: $0) }
    }
  }
}

/// The ports that one instance of a group got from a scheduler.
public struct PlannedPorts: Sendable, Hashable {
  /// One port that was assigned.
  public struct Port: Sendable, Hashable {
    /// The port's label in the job.
    public var label: String
    /// The number on the host.
    public var value: Int
    /// The address of the node to which the port is bound.
    public var hostIP: String

    public init(label: String, value: Int, hostIP: String) {
      self.label = label
      self.value = value
      self.hostIP = hostIP
    }

    /// `10.0.0.1:443`, `[2001:db8::1]:443`.
    var address: String { hostIP.utf8.contains(UInt8(ascii: ":")) ? "[\(hostIP)]:\(value)" : "\(hostIP):\(value)" }
  }

  /// The ports of the group.
  public var group: [Port]
  /// Those of tasks' own networks, the old form.
  public var tasks: [String: [Port]]

  public init(group: [Port] = [], tasks: [String: [Port]] = [:]) {
    self.group = group
    self.tasks = tasks
  }
}

private struct EnvironmentBuilder {
  let group: TaskGroup
  let planned: PlannedPorts
  let mode: String
  let isNamespaced: Bool
  let shared: [TaskEnvironment.Variable]
  let upstreams: [TaskEnvironment.Variable]
  let pausing: String?

  init(group: TaskGroup, release: NomadRelease, planned: PlannedPorts) {
    self.group = group
    self.planned = planned
    let written = group.networks.first?.mode ?? ""
    mode = written.isEmpty ? "host" : written
    isNamespaced = mode == "bridge" || mode.hasPrefix("cni/")
    let showsNamespace = isNamespaced && release >= NomadRelease(1, 8)
    var variables: [TaskEnvironment.Variable] = []
    for network in group.networks {
      for port in network.ports {
        let given = planned.group.first { $0.label.utf8.elementsEqual(port.label.utf8) }
        variables += PortVariables(port, given, isMapped: isNamespaced).ofGroup(showsNamespace: showsNamespace)
      }
    }
    shared = variables
    upstreams = Self.upstreams(of: group)
    // Drivers that run in the namespace of the client need none.
    pausing = isNamespaced ? group.tasks.first { $0.driver == "docker" }?.name : nil
  }

  func environment(of task: Task) -> TaskEnvironment {
    var variables: [TaskEnvironment.Variable] = []
    for other in group.tasks {
      for port in other.resources?.networks.flatMap(\.ports) ?? [] {
        let given = planned.tasks[other.name]?.first { $0.label.utf8.elementsEqual(port.label.utf8) }
        let ports = PortVariables(port, given, isMapped: false)
        variables += other.name == task.name ? ports.ofOwnTask(task) : ports.ofOtherTask(other.name)
      }
    }
    return TaskEnvironment(
      group: group.name, task: task.name, driver: task.driver, mode: mode,
      forcesPauseContainer: pausing == task.name, variables: Self.lastOfEach(variables + shared + upstreams))
  }

  /// Those of all services of the group: the tasks share the loopback.
  private static func upstreams(of group: TaskGroup) -> [TaskEnvironment.Variable] {
    var variables: [TaskEnvironment.Variable] = []
    for upstream in group.services.flatMap({ $0.connect?.sidecarService?.proxy?.upstreams ?? [] }) {
      let port = String(upstream.localBindPort)
      let (name, clean) = (upstream.destinationName, EnvironmentName.cleaned(upstream.destinationName))
      let socket = upstream.localBindSocketPath.isEmpty ? "" : "; the proxy listens on a socket instead"
      // The server of the address is the proxy, and the client says 127.0.0.1 whatever it is told to bind to.
      let always =
        upstream.localBindAddress.isEmpty || upstream.localBindAddress == "127.0.0.1"
        ? "the loopback of the group's network namespace"
        : "always the loopback, although local_bind_address is \"\(upstream.localBindAddress)\""
      let place = upstream.range(of: \.localBindPort)
      for label in name == clean ? [name] : [name, clean] {
        variables += [
          .init(name: "NOMAD_UPSTREAM_IP_\(label)", value: "127.0.0.1", source: always, range: upstream.origin.header),
          .init(
            name: "NOMAD_UPSTREAM_PORT_\(label)", value: port,
            source: "local_bind_port of upstream \"\(name)\"\(socket)", range: place),
          .init(
            name: "NOMAD_UPSTREAM_ADDR_\(label)", value: "127.0.0.1:\(port)",
            source: "the loopback and local_bind_port of upstream \"\(name)\"\(socket)", range: place),
        ]
      }
    }
    return variables
  }

  /// An environment has each name once: what is set last stays.
  private static func lastOfEach(_ variables: [TaskEnvironment.Variable]) -> [TaskEnvironment.Variable] {
    var seen: Set<[UInt8]> = []
    return variables.reversed().filter { seen.insert(Array($0.name.utf8)).inserted }.reversed()
  }
}

/// The variables of one port.
private struct PortVariables {
  let port: Network.Port
  /// What a scheduler gave, where one was asked.
  let planned: PlannedPorts.Port?
  let isMapped: Bool

  init(_ port: Network.Port, _ planned: PlannedPorts.Port?, isMapped: Bool) {
    self.port = port
    self.planned = planned
    self.isMapped = isMapped
  }

  private typealias Variable = TaskEnvironment.Variable
  private var label: String { port.label }
  private var clean: String { EnvironmentName.cleaned(port.label) }

  private var network: String {
    port.hostNetwork.isEmpty || port.hostNetwork == "default"
      ? "the address of the node's default network" : "the address of host network \"\(port.hostNetwork)\" on the node"
  }
  private var networkRange: SourceRange? { port.origin.header.map { _ in port.range(of: \.hostNetwork) } }
  private var hostPort: String? { port.isStatic ? String(port.static) : planned.map { String($0.value) } }
  private var hostPortSource: String {
    if port.isStatic { return "static = \(port.static)" }
    // The real one is chosen at random.
    return "the dynamic port of label \"\(label)\"" + (planned == nil ? "" : " (an example: the cluster picks its own)")
  }
  private var hostPortRange: SourceRange? { port.origin.header.map { _ in port.range(of: \.static) } }
  private var header: SourceRange? { port.origin.header }

  private func hostAddress(_ name: String) -> TaskEnvironment.Variable {
    Variable(
      name: name, value: planned?.address, source: "\(network) and \(hostPortSource)",
      range: port.isStatic ? hostPortRange : header)
  }

  private func hostIP(_ name: String) -> TaskEnvironment.Variable {
    Variable(name: name, value: planned?.hostIP, source: network, range: networkRange)
  }

  private func hostPort(_ name: String) -> TaskEnvironment.Variable {
    Variable(name: name, value: hostPort, source: hostPortSource, range: hostPortRange)
  }

  private func innerPort(_ name: String) -> TaskEnvironment.Variable {
    guard port.to > 0 else { return hostPort(name) }
    let note = isMapped ? "" : ", though nothing maps it in this network mode"
    return Variable(
      name: name, value: String(port.to), source: "to = \(port.to)\(note)",
      range: header.map { _ in port.range(of: \.to) })
  }

  /// What every task of the group sees of a port of the group.
  func ofGroup(showsNamespace: Bool) -> [TaskEnvironment.Variable] {
    var variables = [
      hostIP("NOMAD_IP_\(clean)"), innerPort("NOMAD_PORT_\(clean)"), hostAddress("NOMAD_ADDR_\(clean)"),
      hostIP("NOMAD_HOST_IP_\(label)"), hostPort("NOMAD_HOST_PORT_\(clean)"),
      hostAddress("NOMAD_HOST_ADDR_\(label)"), innerPort("NOMAD_ALLOC_PORT_\(label)"),
    ]
    if showsNamespace {
      let inner = innerPort("NOMAD_ALLOC_ADDR_\(label)")
      variables += [
        Variable(
          name: "NOMAD_ALLOC_INTERFACE_\(label)", value: nil, source: "the interface in the group's network namespace",
          range: header),
        Variable(
          name: "NOMAD_ALLOC_IP_\(label)", value: nil, source: "the address in the group's network namespace",
          range: header),
        Variable(
          name: inner.name, value: nil, source: "the address in the group's network namespace and \(inner.source)",
          range: inner.range),
      ]
    }
    return variables
  }

  /// What a task sees of a port in its own `resources`, the old form.
  func ofOwnTask(_ task: Task) -> [TaskEnvironment.Variable] {
    [
      hostIP("NOMAD_IP_\(clean)"),
      Variable(
        name: "NOMAD_PORT_\(clean)", value: nil,
        source: "the port to which driver \"\(task.driver)\" maps label \"\(label)\", otherwise \(hostPortSource)",
        range: header),
      hostAddress("NOMAD_ADDR_\(clean)"), hostPort("NOMAD_HOST_PORT_\(clean)"),
    ]
  }

  /// What the other tasks of the group see of such a port.
  func ofOtherTask(_ task: String) -> [TaskEnvironment.Variable] {
    let name = EnvironmentName.cleaned("\(task)_\(label)")
    return [
      hostIP("NOMAD_IP_\(name)"), hostPort("NOMAD_PORT_\(name)"), hostAddress("NOMAD_ADDR_\(name)"),
    ]
  }
}

/// How labels become parts of the names of variables.
enum EnvironmentName {
  /// Every byte other than letters, digits, `_` and `.` becomes `_`.
  static func cleaned(_ label: String) -> String {
    let bytes = label.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
        byte
      default: UInt8(ascii: "_")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
