import HCLParser
import JobSpec
import Testing

/// What tasks find in their environment. `reference/scheduler.md` section 10.
@Suite struct TaskEnvironmentTests {
  /// Each row as `NAME=value` or `NAME=? source`.
  private func rows(_ body: String, task: String = "t", target: NomadRelease = .baseline) throws -> [String] {
    try environments(body, target).first { $0.task == task }?.variables.map {
      "\($0.name)=\($0.value ?? "?") \($0.source)"
    } ?? []
  }

  private func environments(_ body: String, _ target: NomadRelease = .baseline) throws -> [TaskEnvironment] {
    var input = JobInput(name: "job.nomad.hcl", bytes: Array("job \"j\" {\n  group \"g\" {\n\(body)\n  }\n}\n".utf8))
    input.runsRules = false
    return TaskEnvironment.all(in: try #require(JobAnalysis(of: input).expandedJob), for: target)
  }

  private let task = "task \"t\" {\n  driver = \"docker\"\n}\n"

  @Test func `a mapped port is the inner one for PORT and the outer one for ADDR`() throws {
    let rows = try rows(
      "network {\n  mode = \"bridge\"\n  port \"https\" {\n    static = 443\n    to = 8443\n    host_network = \"public\"\n  }\n}\n"
        + task)
    let address = "the address of host network \"public\" on the node"
    #expect(
      rows == [
        "NOMAD_IP_https=? \(address)", "NOMAD_PORT_https=8443 to = 8443",
        "NOMAD_ADDR_https=? \(address) and static = 443", "NOMAD_HOST_IP_https=? \(address)",
        "NOMAD_HOST_PORT_https=443 static = 443", "NOMAD_HOST_ADDR_https=? \(address) and static = 443",
        "NOMAD_ALLOC_PORT_https=8443 to = 8443",
      ])
  }

  @Test func `a label is cleaned in some names and kept in others`() throws {
    let names = try rows("network {\n  port \"my-port.x\" {}\n}\n" + task).map { $0.prefix { $0 != "=" } }
    #expect(
      names == [
        "NOMAD_IP_my_port.x", "NOMAD_PORT_my_port.x", "NOMAD_ADDR_my_port.x", "NOMAD_HOST_IP_my-port.x",
        "NOMAD_HOST_PORT_my_port.x", "NOMAD_HOST_ADDR_my-port.x", "NOMAD_ALLOC_PORT_my-port.x",
      ])
  }

  @Test(arguments: ["", "to = -1"])
  func `a dynamic port without a number to map to is the same inside and outside`(body: String) throws {
    let rows = try rows("network {\n  mode = \"bridge\"\n  port \"http\" {\n    \(body)\n  }\n}\n" + task)
    #expect(rows[1] == "NOMAD_PORT_http=? the dynamic port of label \"http\"")
    #expect(rows[4] == "NOMAD_HOST_PORT_http=? the dynamic port of label \"http\"")
    #expect(rows[0] == "NOMAD_IP_http=? the address of the node's default network")
  }

  @Test func `in host mode the port asked for is told, though nothing maps it`() throws {
    let rows = try rows("network {\n  port \"http\" {\n    to = 80\n  }\n}\n" + task)
    #expect(rows[1] == "NOMAD_PORT_http=80 to = 80, though nothing maps it in this network mode")
  }

  @Test(arguments: [("bridge", true), ("cni/fast", true), ("host", false)])
  func `releases from 1.8 on tell of the namespace, where there is one`(mode: String, isThere: Bool) throws {
    let body = "network {\n  mode = \"\(mode)\"\n  port \"a-b\" {\n    to = 80\n  }\n}\n" + task
    #expect(try rows(body).count == 7)
    let newer = try rows(body, target: NomadRelease(1, 8)).dropFirst(7)
    let address = "the address in the group's network namespace"
    #expect(
      Array(newer)
        == (isThere
          ? [
            "NOMAD_ALLOC_INTERFACE_a-b=? the interface in the group's network namespace",
            "NOMAD_ALLOC_IP_a-b=? \(address)", "NOMAD_ALLOC_ADDR_a-b=? \(address) and to = 80",
          ] : []))
  }

  @Test func `upstreams of all services are seen by every task, under the name and its cleaned form`() throws {
    let body = """
      network {
        mode = "bridge"
      }
      service {
        name = "web"
        port = "80"
        connect {
          sidecar_service {
            proxy {
              upstreams {
                destination_name   = "my-db"
                local_bind_port    = 5432
                local_bind_address = "127.0.0.9"
              }
            }
          }
        }
      }

      """
    for task in ["t", "connect-proxy-web"] {
      let rows = try rows(body + self.task, task: task).filter { $0.hasPrefix("NOMAD_UPSTREAM_") }
      #expect(
        rows.map { String($0.prefix { $0 != " " }) } == [
          "NOMAD_UPSTREAM_IP_my-db=127.0.0.1", "NOMAD_UPSTREAM_PORT_my-db=5432",
          "NOMAD_UPSTREAM_ADDR_my-db=127.0.0.1:5432", "NOMAD_UPSTREAM_IP_my_db=127.0.0.1",
          "NOMAD_UPSTREAM_PORT_my_db=5432", "NOMAD_UPSTREAM_ADDR_my_db=127.0.0.1:5432",
        ])
    }
  }

  @Test func `a port of a task, the old form, is told to the others under the task's name`() throws {
    let body = """
      task "db-1" {
        driver = "docker"
        resources {
          network {
            port "sql" {
              static = 5432
            }
          }
        }
      }

      """
    #expect(
      try rows(body + task, task: "db-1").map { String($0.prefix { $0 != " " }) } == [
        "NOMAD_IP_sql=?", "NOMAD_PORT_sql=?", "NOMAD_ADDR_sql=?", "NOMAD_HOST_PORT_sql=5432",
      ])
    #expect(
      try rows(body + task).map { String($0.prefix { $0 != " " }) } == [
        "NOMAD_IP_db_1_sql=?", "NOMAD_PORT_db_1_sql=5432", "NOMAD_ADDR_db_1_sql=?",
      ])
  }

  @Test func `a group without networks has no variables`() throws {
    #expect(try rows(task) == [])
  }

  @Test(arguments: [("bridge", [false, true]), ("cni/fast", [false, true]), ("host", [false, false])])
  func `the first docker task in a namespace forces a pause container`(mode: String, expected: [Bool]) throws {
    let body = "network {\n  mode = \"\(mode)\"\n}\ntask \"first\" {\n  driver = \"exec\"\n}\n" + task
    #expect(try environments(body).map(\.forcesPauseContainer) == expected)
  }
}
