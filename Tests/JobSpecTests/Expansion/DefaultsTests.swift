import HCLParser
import JobSpec
import Testing

/// Defaults and inheritance. `reference/jobspec.md` sections 6 and 7.
@Suite struct DefaultsTests {
  private func job(_ body: String, target: NomadRelease? = nil) throws -> Job {
    var input = JobInput(name: "job.nomad.hcl", bytes: Array("job \"j\" {\n\(body)\n}\n".utf8))
    input.runsRules = false
    input.rules.target = target
    let analysis = JobAnalysis(of: input)
    #expect(analysis.diagnostics.map(\.summary) == [])
    return try #require(analysis.expandedJob)
  }

  private let group = "group \"g\" {\n  task \"t\" {\n    driver = \"exec\"\n  }\n}\n"

  @Test func `the job's own defaults`() throws {
    let job = try job(group)
    #expect(job.region == "global")
    #expect(job.namespace == "default")
    #expect(job.type == "service")
    #expect(job.priority == 50)
    #expect(job.datacenters == ["*"])
    #expect(job.nodePool == "default")
    #expect(job.groups[0].count == 1)
    #expect(job.groups[0].ephemeralDisk?.size == 300)
    #expect(job.groups[0].tasks[0].resources?.cpu == 100)
    #expect(job.groups[0].tasks[0].resources?.memory == 300)
    #expect(job.groups[0].tasks[0].killTimeout == .seconds(5))
  }

  @Test(arguments: [("service", 2, "fail"), ("system", 2, "fail"), ("batch", 3, "fail"), ("sysbatch", 3, "fail")])
  func `restarts depend on the job's type`(type: String, attempts: Int, mode: String) throws {
    let restart = try #require(try job("type = \"\(type)\"\n" + group).groups[0].restart)
    #expect(restart.attempts == attempts)
    #expect(restart.mode == mode)
  }

  @Test(arguments: [("service", true), ("system", true), ("batch", false), ("sysbatch", false)])
  func `only rolling jobs get an update policy`(type: String, expected: Bool) throws {
    #expect((try job("type = \"\(type)\"\n" + group).groups[0].update != nil) == expected)
  }

  @Test(arguments: [("service", "exponential"), ("batch", "constant"), ("system", nil), ("sysbatch", nil)])
  func `rescheduling depends on the job's type`(type: String, function: String?) throws {
    #expect(try job("type = \"\(type)\"\n" + group).groups[0].reschedule?.delayFunction == function)
  }

  @Test func `a group lays its update policy over the job's`() throws {
    let job = try job(
      "update {\n  max_parallel = 3\n  canary = 1\n}\ngroup \"a\" {\n  update {\n    canary = 2\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}\ngroup \"b\" {\n  task \"t\" {\n    driver = \"exec\"\n  }\n}"
    )
    let first = try #require(job.groups[0].update)
    #expect(first.maxParallel == 3)
    #expect(first.canary == 2)
    #expect(first.healthCheck == "checks")
    // Each value knows where it was written.
    #expect(first.range(of: \.maxParallel).start < first.range(of: \.canary).start)
    #expect(job.groups[1].update?.canary == 1)
    // The job keeps what the server keeps.
    #expect(job.update?.maxParallel == 3)
    #expect(job.update?.canary == 0)
  }

  @Test func `a task lays its restart policy over the group's`() throws {
    let job = try job(
      "group \"g\" {\n  restart {\n    attempts = 5\n    delay = \"1s\"\n  }\n  task \"t\" {\n    driver = \"exec\"\n    restart {\n      delay = \"2s\"\n    }\n  }\n}"
    )
    #expect(job.groups[0].tasks[0].restart?.attempts == 5)
    #expect(job.groups[0].tasks[0].restart?.delay == .seconds(2))
  }

  @Test func `cores leave no cpu`() throws {
    let job = try job(
      "group \"g\" {\n  task \"t\" {\n    driver = \"exec\"\n    resources {\n      cores = 2\n    }\n  }\n}")
    #expect(job.groups[0].tasks[0].resources?.cores == 2)
    #expect(job.groups[0].tasks[0].resources?.cpu == 0)
  }

  @Test func `the count follows scaling where none is given`() throws {
    let job = try job(
      "group \"g\" {\n  scaling {\n    min = 2\n    max = 5\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}")
    #expect(job.groups[0].count == 2)
    #expect(job.groups[0].scaling?.target?["Group"] == "g")
  }

  @Test func `a system job with count 0 runs once`() throws {
    let job = try job("type = \"system\"\ngroup \"g\" {\n  count = 0\n  task \"t\" {\n    driver = \"exec\"\n  }\n}")
    #expect(job.groups[0].count == 1)
  }

  @Test func `services are named after where they stand`() throws {
    let job = try job(
      "group \"g\" {\n  service {}\n  service {\n    name = \"${JOB}-${BASE}\"\n  }\n  task \"t\" {\n    driver = \"exec\"\n    service {\n      name = \"${TASKGROUP}-${TASK}\"\n    }\n    service {\n      port = \"1\"\n    }\n  }\n}"
    )
    #expect(job.groups[0].services.map(\.name) == ["j-g", "j-j-g-group"])
    #expect(job.groups[0].tasks[0].services.map(\.name) == ["g-t", "j-g-t"])
    #expect(job.groups[0].tasks[0].services.map(\.task) == ["t", "t"])
  }

  @Test func `volumes of unknown types are dropped`() throws {
    let job = try job(
      "group \"g\" {\n  volume \"a\" {\n    type = \"nfs\"\n    source = \"a\"\n  }\n  volume \"b\" {\n    type = \"host\"\n    source = \"b\"\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}"
    )
    #expect(job.groups[0].volumes.map(\.name) == ["b"])
  }

  @Test func `a file artifact keeps its name`() throws {
    let job = try job(
      "group \"g\" {\n  task \"t\" {\n    driver = \"exec\"\n    artifact {\n      source = \"https://x/a/b.zip\"\n      mode = \"file\"\n    }\n    artifact {\n      source = \"https://x/a/b.zip\"\n    }\n  }\n}"
    )
    #expect(job.groups[0].tasks[0].artifacts.map(\.destination) == ["local/b.zip", "local/"])
  }

  @Test func `signals, Vault and services ask something of the node`() throws {
    let job = try job(
      "group \"g\" {\n  service {\n    name = \"n\"\n    provider = \"nomad\"\n    port = \"1\"\n    check {\n      type = \"tcp\"\n      interval = \"1s\"\n      timeout = \"1s\"\n    }\n  }\n  task \"t\" {\n    driver = \"exec\"\n    kill_signal = \"sigint\"\n    vault {\n      policies = [\"a\"]\n      change_mode = \"signal\"\n    }\n  }\n}"
    )
    #expect(
      job.groups[0].constraints.map { "\($0.attribute) \($0.operator) \($0.value)" } == [
        "${attr.vault.version} semver >= 0.6.1", "${attr.os.signals} set_contains SIGHUP,SIGINT",
        "${attr.nomad.service_discovery} = true", "${attr.nomad.version} semver >= 1.4.0",
      ])
  }

  @Test func `a constraint of the user on the same attribute stands instead`() throws {
    let job = try job(
      "group \"g\" {\n  constraint {\n    attribute = \"${attr.consul.version}\"\n    operator = \"semver\"\n    value = \">= 1.15.0\"\n  }\n  service {\n    name = \"n\"\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}"
    )
    #expect(job.groups[0].constraints.map(\.value) == [">= 1.15.0"])
  }

  @Test(arguments: [(NomadRelease(1, 6, 5), 1), (NomadRelease(1, 8), 6)])
  func `later releases ask for CNI plugins where a group wants a bridge`(target: NomadRelease, count: Int) throws {
    let job = try job(
      "group \"g\" {\n  network {\n    mode = \"bridge\"\n  }\n  service {\n    name = \"n\"\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}",
      target: target)
    #expect(job.groups[0].constraints.count == count)
  }

  @Test func `a check takes over its service's restarts`() throws {
    let job = try job(
      "group \"g\" {\n  service {\n    name = \"n\"\n    port = \"1\"\n    check_restart {\n      limit = 3\n      grace = \"9s\"\n    }\n    check {\n      type = \"tcp\"\n      interval = \"1s\"\n      timeout = \"1s\"\n      check_restart {\n        limit = 5\n      }\n    }\n  }\n  task \"t\" {\n    driver = \"exec\"\n  }\n}"
    )
    let check = try #require(job.groups[0].services[0].checks.first)
    #expect(check.checkRestart?.limit == 5)
    #expect(check.checkRestart?.grace == .seconds(9))
    #expect(check.name == "service: \"n\" check")
  }
}
