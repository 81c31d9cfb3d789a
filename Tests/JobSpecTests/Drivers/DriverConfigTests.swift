import HCLParser
import JobSpec
import TestSupport
import Testing

@Suite("Configuration of drivers")
struct DriverConfigTests {
  /// The job file around the `config` of one task.
  private func disagreements(driver: String, _ config: String) -> [String] {
    let text = """
      job "shop" {
        group "web" {
          task "server" {
            driver = "\(driver)"
            config {
      \(config)
            }
          }
        }
      }
      """
    let source = AnnotatedSource(text)
    let analysis = JobAnalysis(of: JobInput(name: "test.nomad.hcl", bytes: source.source.bytes))
    let tasks = analysis.job?.groups.flatMap(\.tasks) ?? []
    return source.disagreements(
      with: analysis.diagnostics.filter { $0.severity == .error }
        + tasks.flatMap { DriverConfigChecker.diagnostics(of: $0) })
  }

  @Test(
    "Sound configurations of every driver pass",
    arguments: [
      (
        "docker",
        """
        image = "shop/web:1.4"
        args = ["-port", "${NOMAD_PORT_http}", 8080, true]
        entrypoint = "/run.sh"
        ports = ["http"]
        labels = { team = "shop", "a.b" = 1 }
        labels { other = "x" }
        privileged = "true"
        shm_size = "1024"
        pids_limit = "${meta.limit}"
        memory_hard_limit = null
        auth { username = "u" }
        logging {
          type = "fluentd"
          config { tag = "x" }
        }
        devices = [{ host_path = "/dev/sda" }]
        mount {
          type = "tmpfs"
          target = "/x"
          tmpfs_options { size = 100000 }
        }
        mount {
          type = "volume"
          volume_options {
            driver_config {
              name = "pxd"
              options { a = "b" }
            }
          }
        }
        ulimit { nofile = "2048:4096" }
        volumes = ["a:/b"]
        volume_driver = "pxd"
        """
      ),
      (
        "podman",
        """
        image = "docker://redis"
        entrypoint = ["/run.sh", "-x"]
        logging = { driver = "journald", options = [{ tag = "redis" }] }
        devices = ["/dev/net/tun"]
        sysctl = { "net.core.somaxconn" = "16384" }
        """
      ),
      ("exec", "command = \"x\"\npid_mode = \"host\""), ("exec2", "command = \"x\"\nunveil = [\"r:/etc\"]"),
      ("raw_exec", "command = \"x\"\ncgroup_v1_override = { memory = \"x\" }"), ("java", "jar_path = \"x.jar\""),
      ("java", "class = \"X\"\nclass_path = \"local\""),
      ("qemu", "image_path = \"x.img\"\nport_map { ssh = 22 }"), ("nspawn", "whatever = {}"),
    ])
  func passes(driver: String, config: String) {
    #expect(disagreements(driver: driver, config) == [])
  }

  @Test("Keys that a driver does not have are named, with what was meant")
  func unknownKeys() {
    #expect(
      disagreements(
        driver: "docker",
        """
        image = "x"
          comand = "y"
        # ^^^^^^ error[driver-unknown-key]: driver "docker" has no key "comand"
          auth {
            user = "u"
        #   ^^^^ error[driver-unknown-key]: "auth" of driver "docker" has no key "user"
          }
        """) == [])
  }

  @Test("A key that is only misspelled is not missing as well, and can be mended")
  func misspelled() throws {
    let file =
      "job \"j\" {\n group \"g\" {\n task \"t\" {\n driver = \"docker\"\n config {\n imge = \"x\"\n }\n }\n }\n}\n"
    let analysis = JobAnalysis(of: JobInput(name: "x", bytes: Array(file.utf8)))
    let task = try #require(analysis.job?.groups.first?.tasks.first)
    let found = DriverConfigChecker.diagnostics(of: task)
    #expect(found.map(\.help) == ["did you mean \"image\"?"])
    #expect(found.first?.fixes.first?.edits.map(\.replacement) == ["image"])
  }

  @Test("A key that belongs elsewhere comes with the place where it belongs")
  func hints() {
    let file = """
      job "shop" {
        group "web" {
          task "server" {
            driver = "exec"
            config {
              command = "x"
              env = { A = "b" }
              imag = "y"
            }
          }
        }
      }
      """
    let analysis = JobAnalysis(of: JobInput(name: "x", bytes: Array(file.utf8)))
    let found = analysis.job?.groups.first?.tasks.first.map { DriverConfigChecker.diagnostics(of: $0) } ?? []
    #expect(found.map(\.help) == ["environment variables stand in the task's \"env\" block", nil])
  }

  @Test("Values of the wrong kind are told apart from those that convert")
  func wrongTypes() {
    #expect(
      disagreements(
        driver: "docker",
        """
        image = "x"
        #
          args = "-v"
        #        ^^^^ error[driver-wrong-type]: "args" takes a list of texts, not text
          ports = [{ a = 1 }]
        #          ^^^^^^^^^ error[driver-wrong-type]: each item of "ports" is text, not a map
          privileged = 1
        #              ^ error[driver-wrong-type]: "privileged" takes true or false, not a number
          shm_size = "64m"
        #            ^^^^^ error[driver-wrong-type]: "shm_size" takes a number, not text
          hostname = ["a"]
        #            ^^^^^ error[driver-wrong-type]: "hostname" takes text, not a list
          labels = merge({ a = "b" }, {})
        #          ^^^^^^^^^^^^^^^^^^^^^^ error[driver-wrong-type]: "labels" takes a block, or a map spelled out in its place
          port_map { http = "x" }
        # ^^^^^^^^ warning[driver-deprecated-key]: "port_map" is deprecated
        #                   ^^^ error[driver-wrong-type]: "http" takes a number, not text
          auth = "x"
        #        ^^^ error[driver-wrong-type]: "auth" takes a block, not text
        """) == [])
  }

  @Test("What is missing, repeated or excluded is reported")
  func combinations() {
    #expect(
      disagreements(
        driver: "docker",
        """
        image = "x"
          volume_driver = "pxd"
        # ^^^^^^^^^^^^^ warning[driver-useless-key]: "volume_driver" has no effect without "volumes"
          mounts = []
        # ^^^^^^ warning[driver-deprecated-key]: "mounts" is deprecated
          mount { type = "bnd" }
        #                ^^^^^ error[driver-unknown-word]: "type" cannot be "bnd"
          auth { username = "a" }
          auth { username = "b" }
        # ^^^^^^^^^^^^^^^^^^^^^^^ error[driver-repeated-block]: there can be only one "auth"
        """) == [])
    #expect(
      disagreements(
        driver: "raw_exec",
        """
          command = "x"
          cgroup_v1_override = { memory = "x" }
          cgroup_v2_override = "y"
        # ^^^^^^^^^^^^^^^^^^ error[driver-exclusive-keys]: "cgroup_v2_override" cannot be given together with "cgroup_v1_override"
        """) == [])
  }

  @Test(
    "A task without what its driver needs is refused, with or without a config block",
    arguments: [
      ("docker", "", "driver \"docker\" needs \"image\""), ("exec", "config {}", "driver \"exec\" needs \"command\""),
      ("java", "config {}", "driver \"java\" needs \"jar_path\" or \"class\""),
    ])
  func missingKeys(driver: String, config: String, message: String) {
    let file = "job \"j\" {\n group \"g\" {\n task \"t\" {\n driver = \"\(driver)\"\n \(config)\n }\n }\n}\n"
    let analysis = JobAnalysis(of: JobInput(name: "x", bytes: Array(file.utf8)))
    let found = analysis.job?.groups.first?.tasks.first.map { DriverConfigChecker.diagnostics(of: $0) } ?? []
    #expect(found.map(\.summary) == [message])
    #expect(found.first?.rule == "driver-missing-key")
  }

  @Test("Every key of every driver has a name of its own and a line that says what it does")
  func tables() {
    func check(_ fields: [DriverField], in place: String) {
      #expect(Set(fields.map(\.name)).count == fields.count, "\(place)")
      for field in fields {
        #expect(field.summary.hasSuffix("."), "\(place).\(field.name)")
        switch field.kind {
        case .block(let inner), .blocks(let inner): check(inner, in: "\(place).\(field.name)")
        default: break
        }
      }
    }
    for schema in DriverSchema.all {
      check(schema.fields, in: schema.name)
      for name in schema.neededChoices.joined() { #expect(schema.field(named: name) != nil) }
      for name in schema.exclusiveKeys.joined() { #expect(schema.field(named: name) != nil) }
      for (key, needed) in schema.dependentKeys {
        #expect(schema.field(named: key) != nil && schema.field(named: needed) != nil)
      }
    }
    #expect(DriverSchema.all.map(\.name) == DriverSchema.all.map(\.name).sorted())
  }

  @Test("A hint for a key never stands in the way of a key that exists")
  func hintsAreForMissingKeys() {
    for schema in DriverSchema.all {
      for name in schema.hints.keys where schema.field(named: name) != nil {
        Issue.record("\(schema.name) has \"\(name)\" and a hint for it")
      }
    }
  }
}
