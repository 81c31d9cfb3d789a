import HCLParser
import JobSpec
import Testing

/// What the server adds for the service mesh. Values as in the reference's plans of the connect cases.
@Suite struct MeshExpansionTests {
  private func group(_ body: String) throws -> TaskGroup {
    var input = JobInput(name: "job.nomad.hcl", bytes: Array("job \"j\" {\n  group \"g\" {\n\(body)\n  }\n}\n".utf8))
    input.runsRules = false
    let analysis = JobAnalysis(of: input)
    #expect(analysis.diagnostics.map(\.summary) == [])
    return try #require(analysis.expandedJob?.groups.first)
  }

  private let task = "task \"main\" {\n  driver = \"exec\"\n}\n"

  @Test func `a sidecar gets a task, a port and what it asks of Consul`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n}\nservice {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    sidecar_service {}\n  }\n}\n"
        + task)
    let proxy = try #require(group.tasks.last)
    #expect(proxy.name == "connect-proxy-api")
    #expect(proxy.kind == "connect-proxy:api")
    #expect(proxy.driver == "docker")
    #expect(proxy.resources?.cpu == 250)
    #expect(proxy.resources?.memory == 128)
    #expect(proxy.lifecycle?.hook == "prestart")
    #expect(proxy.lifecycle?.sidecar == true)
    #expect(proxy.constraints.map(\.value) == [">= 1.8.0", "0"])
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["connect-proxy-api"])
    #expect(group.networks[0].dynamicPorts.map(\.to) == [-1])
    #expect(group.constraints.map(\.value) == [">= 1.7.0"])
  }

  @Test func `what is added points at the block that caused it`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n}\nservice {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    sidecar_service {}\n  }\n}\n"
        + task)
    let sidecar = try #require(group.services[0].connect?.sidecarService)
    #expect(group.tasks[1].headerRange == sidecar.headerRange)
    #expect(group.networks[0].dynamicPorts[0].headerRange == sidecar.headerRange)
    #expect(group.constraints[0].headerRange == group.services[0].headerRange)
    #expect(!sidecar.headerRange.isEmpty)
  }

  @Test func `a sidecar_task changes the proxy`() throws {
    let group = try group(
      """
      network {
        mode = "bridge"
      }
      service {
        name = "api"
        port = "80"
        connect {
          sidecar_service {
            port = "mesh"
          }
          sidecar_task {
            name = "envoy"
            resources {
              cpu = 500
            }
            config {
              image = "envoy:1"
            }
            env {
              A = "1"
            }
          }
        }
      }
      """ + "\n" + task)
    let proxy = try #require(group.tasks.last)
    #expect(proxy.name == "envoy")
    #expect(proxy.resources?.cpu == 500)
    // A block of its own brings its own default.
    #expect(proxy.resources?.memory == 300)
    #expect(proxy.config?["image"]?.string == "envoy:1")
    #expect(proxy.config?["args"]?.items?.count == 7)
    #expect(proxy.env?["A"] == "1")
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["mesh"])
  }

  @Test func `another driver replaces the proxy's configuration`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n}\nservice {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    sidecar_service {}\n    sidecar_task {\n      driver = \"exec\"\n      config {\n        command = \"/bin/envoy\"\n      }\n    }\n  }\n}\n"
        + task)
    #expect(group.tasks[1].config?.members.map(\.name) == ["command"])
  }

  @Test func `a proxy runs in podman where the group's tasks do`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n}\nservice {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    sidecar_service {}\n  }\n}\ntask \"main\" {\n  driver = \"podman\"\n}"
    )
    #expect(group.tasks[1].driver == "podman")
  }

  @Test func `a group without a network is left alone`() throws {
    let group = try group(
      "service {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    sidecar_service {}\n  }\n}\n" + task)
    #expect(group.tasks.map(\.name) == ["main"])
  }

  @Test func `an exposed check gets a path and a port`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n}\nservice {\n  name = \"api\"\n  port = \"9001\"\n  connect {\n    sidecar_service {}\n  }\n  check {\n    type = \"http\"\n    path = \"/alive\"\n    expose = true\n    interval = \"10s\"\n    timeout = \"2s\"\n  }\n}\n"
        + task)
    let path = try #require(group.services[0].connect?.sidecarService?.proxy?.expose?.paths.first)
    #expect(path.path == "/alive")
    #expect(path.localPathPort == 9001)
    #expect(path.listenerPort.hasPrefix("svc_api_ck_"))
    #expect(path.listenerPort == group.services[0].checks[0].port)
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["connect-proxy-api", path.listenerPort])
  }

  @Test func `an exposed check with a port of its own gets no other`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n  port \"health\" {}\n}\nservice {\n  name = \"api\"\n  port = \"9001\"\n  connect {\n    sidecar_service {}\n  }\n  check {\n    type = \"http\"\n    path = \"/alive\"\n    port = \"health\"\n    expose = true\n    interval = \"10s\"\n    timeout = \"2s\"\n  }\n}\n"
        + task)
    #expect(group.services[0].connect?.sidecarService?.proxy?.expose?.paths.map(\.listenerPort) == ["health"])
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["health", "connect-proxy-api"])
  }

  @Test func `an ingress gateway runs beside no other task and listens everywhere`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n  port \"inbound\" {\n    static = 8080\n  }\n}\nservice {\n  name = \"in\"\n  port = \"8080\"\n  connect {\n    gateway {\n      ingress {\n        listener {\n          port = 8080\n          service {\n            name = \"db\"\n          }\n        }\n      }\n    }\n  }\n}"
    )
    #expect(group.tasks.map(\.name) == ["connect-ingress-in"])
    #expect(group.tasks[0].lifecycle == nil)
    let proxy = try #require(group.services[0].connect?.gateway?.proxy)
    #expect(proxy.envoyGatewayNoDefaultBind)
    #expect(proxy.envoyGatewayBindAddresses.map(\.name) == ["db"])
    #expect(proxy.envoyGatewayBindAddresses.map(\.port) == [8080])
    #expect(group.networks[0].dynamicPorts.isEmpty)
  }

  @Test func `a terminating gateway on the host's network gets a port`() throws {
    let group = try group(
      "network {\n  mode = \"host\"\n}\nservice {\n  name = \"out\"\n  connect {\n    gateway {\n      terminating {\n        service {\n          name = \"old\"\n        }\n      }\n    }\n  }\n}"
    )
    #expect(group.tasks.map(\.name) == ["connect-terminating-out"])
    #expect(group.tasks[0].config?["network_mode"]?.string == "host")
    #expect(group.services[0].port == "connect-terminating-out")
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["connect-terminating-out"])
    #expect(group.services[0].connect?.gateway?.proxy?.envoyGatewayBindAddresses.isEmpty == true)
  }

  @Test func `a mesh gateway gets a second port`() throws {
    let group = try group(
      "network {\n  mode = \"bridge\"\n  port \"wan\" {}\n}\nservice {\n  name = \"mesh\"\n  port = \"wan\"\n  connect {\n    gateway {\n      mesh {}\n    }\n  }\n}"
    )
    #expect(group.networks[0].dynamicPorts.map(\.label) == ["wan", "connect-mesh-mesh-lan"])
    #expect(group.services[0].connect?.gateway?.proxy?.envoyGatewayBindAddresses.map(\.name) == ["lan", "wan"])
  }

  @Test func `a native service marks the only task`() throws {
    let group = try group(
      "network {}\nservice {\n  name = \"api\"\n  port = \"80\"\n  connect {\n    native = true\n  }\n}\n" + task)
    #expect(group.tasks.map(\.kind) == ["connect-native:api"])
    #expect(group.services[0].task == "main")
  }
}
