import Planner

/// A cluster made by a fixed rule: 16 capacities, three datacenters, twenty racks.
enum GeneratedCluster {
  static func snapshot(nodes count: Int) -> ClusterSnapshot {
    ClusterSnapshot(nodes: (0..<count).map(node))
  }

  /// Large machines of 16 capacities, for hundreds of instances each.
  static func fleet(nodes count: Int) -> ClusterSnapshot {
    let nodes = (0..<count).map { number in
      var node = node(number)
      node.resources.cpuShares = [32_000, 48_000, 64_000, 96_000][number % 4]
      node.resources.memoryMB = [65_536, 98_304, 131_072, 262_144][number / 4 % 4]
      return node
    }
    return ClusterSnapshot(nodes: nodes)
  }

  private static func node(_ number: Int) -> Node {
    var node = Node(id: "id-\(number)", name: "n\(number)", datacenter: "dc\(number % 3 + 1)")
    node.resources.cpuShares = [4000, 8000, 16_000, 32_000][number % 4]
    node.resources.memoryMB = [8192, 16_384, 32_768, 65_536][number / 4 % 4]
    node.resources.diskMB = 1_000_000
    node.resources.totalCores = 8
    let ip = "10.\(number / 65_536).\(number / 256 % 256).\(number % 256)"
    node.resources.networks = [
      NodeNetwork(mode: "host", device: "eth0", ip: ip, cidr: "\(ip)/32", mbits: 1000), NodeNetwork(mode: "bridge"),
    ]
    node.resources.addresses = [NodeAddress(alias: "default", address: ip, device: "eth0")]
    node.reserved.hostPorts = "22"
    node.attributes = ["kernel.name": "linux", "cpu.arch": "amd64", "nomad.version": "1.6.5"]
    node.meta = ["rack": "r\(number % 20)"]
    node.drivers = [DriverInfo(name: "docker", isDetected: true, isHealthy: true)]
    return node
  }
}

/// Jobs as texts.
enum GeneratedJobs {
  static func plain(count: Int, variant: Int) -> String {
    job("plain-\(variant)", group("g", count: count, cpu: 20 + variant % 7, memory: 64))
  }

  static func different(groups: Int, variant: Int) -> String {
    job(
      "different-\(variant)",
      (0..<groups).map {
        group("g\($0)", count: 1, cpu: 20 + ($0 * 37 + variant * 11) % 500, memory: 32 + $0 * 13 % 400)
      }
      .joined())
  }

  /// Asks that differ from job to job.
  static func various(count: Int, variant: Int) -> String {
    job(
      "various-\(variant)",
      group("g", count: count, cpu: 20 + variant * 37 % 167, memory: 32 + variant * 53 % 331))
  }

  static func demanding(count: Int, variant: Int) -> String {
    let extras = """
        network {
          port "http" {}
          port "metrics" {}
        }
        constraint {
          attribute = "${attr.kernel.name}"
          value     = "linux"
        }
        spread {
          attribute = "${node.datacenter}"
        }

      """
    return job("demanding-\(variant)", group("g", count: count, cpu: 20 + variant % 7, memory: 64, extras: extras))
  }

  static var homeless: String { job("homeless", group("g", count: 10, cpu: 1_000_000, memory: 64)) }

  private static func job(_ name: String, _ body: String) -> String {
    "job \"\(name)\" {\n  datacenters = [\"*\"]\n\(body)}\n"
  }

  private static func group(
    _ name: String, count: Int, cpu: Int, memory: Int, extras: String = ""
  ) -> String {
    """
      group "\(name)" {
        count = \(count)
    \(extras)    task "t" {
          driver = "docker"
          config {
            image = "demo/t:1"
          }
          resources {
            cpu    = \(cpu)
            memory = \(memory)
          }
        }
      }

    """
  }
}
