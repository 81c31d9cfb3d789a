import HCLParser
import JobSpec
import Testing

@testable import Planner

/// Jobs as text and small clusters, for rules of the scheduler that show only in whole plans.
enum PlanRules {
  static func job(_ body: String, id: String = "app", namespace: String = "default", type: String = "service") -> Job {
    let text = "job \"\(id)\" {\n type = \"\(type)\"\n namespace = \"\(namespace)\"\n\(body)\n}\n"
    let analysis = JobAnalysis(of: JobInput(name: "job.nomad.hcl", bytes: Array(text.utf8)))
    guard let job = analysis.expandedJob else {
      Issue.record("\(analysis.diagnostics.map(\.summary))")
      return Job()
    }
    return job
  }

  /// A group with one small task.
  static func group(_ name: String, _ body: String = "", count: Int = 1, driver: String = "docker", task: String = "")
    -> String
  {
    """
    group "\(name)" {
      count = \(count)
      \(body)
      task "t" {
        driver = "\(driver)"
        config { image = "demo/t:1" }
        \(task)
      }
    }

    """
  }

  static func node(_ name: String, _ change: (inout Node) -> Void = { _ in }) -> Node {
    Feasible.node(name) {
      $0.resources.cpuShares = 8000
      $0.resources.memoryMB = 8192
      $0.resources.diskMB = 50_000
      $0.attributes = ["name": name]
      change(&$0)
    }
  }

  static func plans(
    _ jobs: [Job], on nodes: [Node], isIdeal: Bool = false, _ change: (inout ClusterSnapshot) -> Void = { _ in }
  ) -> [Plan] {
    var snapshot = ClusterSnapshot(nodes: nodes)
    change(&snapshot)
    var state = ClusterState(snapshot)
    var scheduler = Scheduler()
    scheduler.isIdeal = isIdeal
    scheduler.explainsFailures = false
    return jobs.map { scheduler.plan($0, on: &state) }
  }

  static func places(_ plan: Plan?) -> [String] { plan?.placements.map { "\($0.name) on \($0.nodeName)" } ?? [] }

  static func failures(_ plan: Plan?) -> [String] {
    plan?.failures.flatMap { failure in
      MetricsText.lines(failure.metrics).map { "\(failure.group): \($0)" }
    } ?? []
  }
}

@Suite struct NetworkNeedTests {
  private let hostOnly = PlanRules.node("n1") { $0.resources.networks.removeLast() }

  @Test func `a group of which nothing is placed leaves no network need behind`() {
    let job = PlanRules.job(
      PlanRules.group("off", "network { mode = \"cni/prod\" }", count: 0) + PlanRules.group("plain"))
    #expect(PlanRules.places(PlanRules.plans([job], on: [hostOnly]).first) == ["app.plain[0] on n1"])
  }

  @Test func `the need carries over to the group that is tried next, not to the one written next`() {
    let body = { (image: String, count: Int) in
      PlanRules.group("plain", count: count) + PlanRules.group("bridged", "network { mode = \"bridge\" }", task: image)
    }
    let before = PlanRules.job(body("", 1))
    let after = PlanRules.job(body("user = \"nobody\"", 2))
    // Replacements go first, so the bridge is asked for before the new instance of the plain group is placed.
    let nodes = [hostOnly, PlanRules.node("n2")]
    let quirky = PlanRules.plans([before, after], on: nodes)
    #expect(PlanRules.places(quirky.last) == ["app.bridged[0] on n2", "app.plain[1] on n2"])
    // Without the leftover need the emptier node is as good as the other.
    let ideal = PlanRules.plans([before, after], on: nodes, isIdeal: true)
    #expect(PlanRules.failures(ideal.last).isEmpty)
  }

  @Test func `on the second node the first group of a system job finds the need of the last`() {
    let job = PlanRules.job(
      PlanRules.group("plain") + PlanRules.group("bridged", "network { mode = \"bridge\" }"), type: "system")
    let nodes = [PlanRules.node("n1"), PlanRules.node("n2") { $0.resources.networks.removeLast() }]
    #expect(
      PlanRules.places(PlanRules.plans([job], on: nodes).first) == ["app.plain[0] on n1", "app.bridged[0] on n1"])
    #expect(
      PlanRules.places(PlanRules.plans([job], on: nodes, isIdeal: true).first) == [
        "app.plain[0] on n1", "app.bridged[0] on n1", "app.plain[0] on n2",
      ])
  }
}

@Suite struct PlanRulesTests {
  @Test func `a unique constraint of a group that is not tried keeps classes out of the waiting evaluation too`() {
    let unique = "constraint {\n attribute = \"${node.unique.name}\"\n operator = \"is_set\"\n }"
    let job = PlanRules.job(
      PlanRules.group("off", unique, count: 0) + PlanRules.group("big", task: "resources { memory = 99999 }"))
    #expect(PlanRules.plans([job], on: [PlanRules.node("n1")]).first?.blocked?.escapesClasses == true)
  }

  @Test func `a dynamic port keeps off a static one whose host network is named by a reference`() {
    let network = """
      network {
        port "fixed" {
          static = 20000
          host_network = "${meta.net}"
        }
        port "free" { host_network = "public" }
      }
      """
    let node = PlanRules.node("n1") {
      $0.meta = ["net": "public"]
      $0.resources.addresses.append(NodeAddress(alias: "public", address: "198.51.100.1"))
    }
    let plan = PlanRules.plans([PlanRules.job(PlanRules.group("web", network))], on: [node]).first
    #expect(plan?.placements.first?.allotment.ports.map(\.value) == [20_000, 20_001])
  }

  @Test func `reserved ports that cannot be read rule out a node without addresses as well`() {
    let node = PlanRules.node("n1") {
      $0.resources.addresses = []
      $0.resources.networks = [NodeNetwork(mode: "host")]
      $0.reserved.hostPorts = "22-"
    }
    let plan = PlanRules.plans([PlanRules.job(PlanRules.group("web"))], on: [node]).first
    #expect(
      PlanRules.failures(plan).contains { $0.hasSuffix("Dimension \"network: invalid node\" exhausted on 1 nodes") })
  }

  @Test func `an agent takes no more allocations than it says`() {
    let node = PlanRules.node("n1") { $0.maxAllocations = 2 }
    let plan = PlanRules.plans([PlanRules.job(PlanRules.group("web", count: 5))], on: [node]).first
    #expect(plan?.placements.count == 2)
    #expect(plan?.failures.first?.metrics.dimensionExhausted == ["max allocations": 1])
    #expect(plan?.failures.first?.count == 3)
  }

  @Test func `the volumes of a plugin count on a node by what the jobs there ask for`() {
    func volume(_ id: String) -> CSIVolume { CSIVolume(id: id, pluginID: "ebs", accessMode: "multi-node-multi-writer") }
    func job(_ id: String, _ source: String) -> Job {
      PlanRules.job(
        PlanRules.group(
          "g",
          "volume \"v\" {\n type = \"csi\"\n source = \"\(source)\"\n access_mode = \"multi-node-multi-writer\"\n attachment_mode = \"file-system\"\n }"
        ),
        id: id)
    }
    let node = PlanRules.node("n1") { $0.csiPlugins = [CSINodePlugin(id: "ebs", maxVolumes: 1)] }
    let plans = PlanRules.plans([job("one", "a"), job("two", "b")], on: [node]) {
      $0.volumes = [volume("a"), volume("b")]
    }
    #expect(plans.map { $0.placements.count } == [1, 0])
    #expect(
      plans.last?.failures.first?.metrics.constraintFiltered == [
        "CSI plugin ebs has the maximum number of volumes on client id-n1": 1
      ])
  }

  @Test func `instances of a job of the same name in another namespace are avoided as the job's own are`() {
    let here = PlanRules.job(PlanRules.group("web", count: 2))
    let there = PlanRules.job(PlanRules.group("web", count: 2), namespace: "other")
    let plan = PlanRules.plans([there, here], on: [PlanRules.node("n1")]).last
    #expect(plan?.placements.first?.scores.first { $0.name == "job-anti-affinity" }?.value == -1.5)
  }

  @Test func `a node without processor shares takes what asks for cores`() {
    let node = PlanRules.node("n1") {
      $0.resources.cpuShares = 0
      $0.resources.totalCores = 2
      $0.resources.reservableCores = [0, 1]
    }
    let job = PlanRules.job(PlanRules.group("web", task: "resources { cores = 1 }"))
    #expect(PlanRules.places(PlanRules.plans([job], on: [node]).first) == ["app.web[0] on n1"])
  }
}

@Suite struct SpreadRulesTests {
  private func spread(_ weight: Int, _ attribute: String = "${node.datacenter}", percent: Int = 100) -> String {
    """
    spread {
      attribute = "\(attribute)"
      weight = \(weight)
      target "dc1" { percent = \(percent) }
    }
    """
  }

  private func boosts(_ plan: Plan?) -> [String: Double] {
    Dictionary(
      (plan?.placements ?? []).map { placement in
        (placement.name, placement.scores.first { $0.name == "allocation-spread" }?.value ?? 0)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `the weights of spreads add up from group to group`() {
    let job = PlanRules.job(PlanRules.group("a", spread(50), count: 2) + PlanRules.group("b", spread(50), count: 2))
    let found = boosts(PlanRules.plans([job], on: [PlanRules.node("n1")]).first)
    #expect(found["app.a[0]"] == 0.5)
    #expect(found["app.b[0]"] == 0.25)
  }

  @Test func `a group tried again counts with the weights of the groups after it`() {
    func job(_ count: Int, _ priority: Int) -> Job {
      PlanRules.job(
        "priority = \(priority)\n" + PlanRules.group("a", spread(50), count: count) + PlanRules.group("b", spread(50)))
    }
    // Both groups are looked at for an update in place before the new instance is placed.
    let found = boosts(PlanRules.plans([job(1, 50), job(4, 60)], on: [PlanRules.node("n1")]).last)
    #expect(found["app.a[1]"] == 0.25)
  }

  @Test func `of spreads over one attribute the job's targets hold for the group's too`() {
    let job = PlanRules.job(spread(30, percent: 50) + "\n" + PlanRules.group("a", spread(70), count: 2))
    let found = boosts(PlanRules.plans([job], on: [PlanRules.node("n1")]).first)
    // One of two is wanted in dc1: nothing is left to gain once it is there, twice over.
    #expect(found["app.a[0]"] == 0)
    #expect(found["app.a[1]"] == -0.6)
  }
}

@Suite struct CautionTests {
  @Test func `a node that is judged by another of its class and lacks the network is named`() {
    var lacking = PlanRules.node("n2") { $0.resources.networks = [NodeNetwork(mode: "host")] }
    let having = PlanRules.node("n1") {
      $0.resources.networks = [NodeNetwork(mode: "cni/prod")]
      $0.resources.cpuShares = 300
    }
    lacking.attributes = having.attributes
    let job = PlanRules.job(
      PlanRules.group("web", "network { mode = \"cni/prod\" }", count: 3, task: "resources { cpu = 200 }"))
    let snapshot = ClusterSnapshot(nodes: [having, lacking])
    var scheduler = Scheduler()
    let plan = { (scheduler: Scheduler) in
      var state = ClusterState(snapshot)
      return scheduler.plan(job, on: &state)
    }
    let remarks = plan(scheduler).remarks
    #expect(
      remarks == [
        "Nomad places group \"web\" on n2, but will not be able to run it there: wants network mode \"cni/prod\"; the node has \"host\". It judges the node by n1, the first of the class, although the class does not tell networks, volumes or drivers."
      ])
    scheduler.isIdeal = true
    #expect(plan(scheduler).remarks.isEmpty)
  }
}
