import HCLParser
import JobSpec
import TestSupport
import Testing

/// Dynamic blocks, free-form bodies, short forms, and the two JSON forms. `reference/jobspec.md` sections 3.2 to 3.6, 8.
@Suite struct BodyFormTests {
  private func read(_ text: String, name: String = "test.nomad.hcl") -> ReadJob {
    JobReader.read(JobInput(name: name, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("a = 1", #"{"a":1}"#), ("a = 1.50", #"{"a":1.5}"#), ("a = null", "{}"),
    ("a = [1, \"x\", {b = true}]", #"{"a":[1,"x",{"b":true}]}"#),
    ("a = {b = 1}", #"{"a":[{"b":1}]}"#), ("a = merge({b = 1}, {})", #"{"a":{"b":1}}"#),
    ("a {\n b = {c = 1}\n }", #"{"a":[{"b":[{"c":1}]}]}"#), ("a {}\na {\n x = 1\n }", #"{"a":[{},{"x":1}]}"#),
    ("m \"bind\" \"z\" {\n s = 1\n }", #"{"m":[{"bind":[{"z":[{"s":1}]}]}]}"#), ("a = 1\na {}", #"{"a":[{}]}"#),
    ("dynamic \"x\" {\n y = 1\n }", #"{"dynamic":[{"x":[{"y":1}]}]}"#), ("a = toset", #"{"a":"${toset}"}"#),
    ("z = 1\ny = 2", #"{"y":2,"z":1}"#),
  ])
  func `a free-form body becomes the data that drivers get`(body: String, json: String) throws {
    let read = read("job \"a\" {\n group \"g\" {\n task \"t\" {\n config {\n\(body)\n}\n}\n}\n}")
    #expect(read.diagnostics.filter { $0.severity == .error } == [])
    #expect(JSONWriter.text(try #require(read.job?.groups[0].tasks[0].config).json) == json)
  }

  @Test func `values inside a free-form body keep their places`() throws {
    let text = "job \"a\" {\n group \"g\" {\n task \"t\" {\n config {\n ports = [\"http\", \"adm\"]\n}\n}\n}\n}"
    let read = read(text)
    let ports = try #require(read.job?.groups[0].tasks[0].config?["ports"]?.items)
    #expect(ports.map { $0.place.range.flatMap { read.sources.text(of: $0) } } == ["\"http\"", "\"adm\""])
  }

  @Test func `dynamic blocks stand where they are written, with their iterators`() {
    let read = read(
      """
      job "a" {
        group "g" {
          network {
            port "first" {}
            dynamic "port" {
              for_each = { http = 80, adm = 8080 }
              iterator = it
              labels   = ["p-${it.key}"]
              content {
                to = it.value
              }
            }
          }
          dynamic "constraint" {
            for_each = ["linux", "windows"]
            content {
              attribute = "${attr.kernel.name}"
              operator  = "!="
              value     = constraint.value
            }
          }
          task "t" {
            dynamic "env" {
              for_each = [1]
              content {
                N = env.key
              }
            }
            dynamic "template" {
              for_each = [["a", "b"]]
              content {
                data = join("", template.value)
              }
            }
          }
        }
      }
      """)
    #expect(read.diagnostics == [])
    let group = read.job?.groups[0]
    #expect(group?.networks[0].dynamicPorts.map(\.label) == ["first", "p-adm", "p-http"])
    #expect(group?.networks[0].dynamicPorts.map(\.to) == [0, 8080, 80])
    #expect(group?.constraints.map(\.value) == ["linux", "windows"])
    #expect(group?.tasks[0].env == ["N": "0"])
    #expect(group?.tasks[0].templates.map(\.data) == ["ab"])
  }

  @Test(arguments: [
    ("dynamic \"constraint\" {\n content {}\n}", "\"dynamic\" for \"constraint\" needs the attribute \"for_each\""),
    (
      "dynamic \"constraint\" {\n for_each = null\n content {}\n}",
      "\"for_each\" takes a list, set, map or object, not null"
    ),
    ("dynamic \"constraint\" {\n for_each = 3\n content {}\n}", "\"for_each\" takes a list, set, map or object, not 3"),
    ("dynamic \"constraint\" {\n for_each = [1]\n}", "\"dynamic\" for \"constraint\" has no \"content\" block"),
    ("dynamic \"constrant\" {\n for_each = [1]\n content {}\n}", "\"group\" has no block \"constrant\""),
    ("dynamic \"count\" {\n for_each = [1]\n content {}\n}", "\"dynamic\" makes blocks; \"count\" is an attribute"),
    ("dynamic \"restart\" {\n for_each = [1, 2]\n content {}\n}", "\"restart\" may stand here only once"),
    (
      "dynamic \"volume\" {\n for_each = [1]\n labels = [\"a\", \"b\"]\n content {}\n}",
      "\"volume\" takes one label, not 2"
    ),
    (
      "dynamic \"volume\" {\n for_each = [1]\n labels = [null]\n content {}\n}",
      "\"labels\" takes a list of texts, not a list with null"
    ),
    (
      "dynamic \"constraint\" {\n for_each = [1]\n iterator = a.b\n content {}\n}",
      "\"iterator\" takes a bare word: the name by which the content calls each item"
    ),
    ("dynamic \"constraint\" {\n for_each = [1]\n content \"x\" {}\n}", "\"content\" takes no label"),
    (
      "dynamic \"constraint\" {\n for_each = [1, 2, 3]\n content {\n valeu = 1\n}\n}",
      "\"constraint\" has no attribute \"valeu\""
    ),
    ("dynamic {\n for_each = [1]\n content {}\n}", "\"dynamic\" needs one label: the type of the blocks to make"),
    ("dynamic \"constraint\" {\n foreach = [1]\n for_each = [1]\n content {}\n}", "\"dynamic\" has no \"foreach\""),
  ])
  func `a dynamic block that cannot be expanded says why`(block: String, summary: String) {
    let read = read("job \"a\" {\n group \"g\" {\n\(block)\n}\n}")
    #expect(read.diagnostics.map(\.summary) == [summary])
  }

  @Test func `a label that is not known yet leaves its block out, and no other`() {
    var input = JobInput(
      name: "a.hcl",
      bytes: Array(
        """
        variable "u" {}
        job "a" {
          dynamic "group" {
            for_each = ["a", var.u, "b"]
            labels   = [group.value]
            content {}
          }
        }
        """.utf8))
    input.allowsUnsetVariables = true
    let read = JobReader.read(input)
    #expect(read.diagnostics.map(\.severity) == [.info])
    #expect(read.job?.groups.map(\.name) == ["a", "b"])
    #expect(read.skipped.count == 1)
  }

  @Test func `dynamic blocks cannot make more blocks than any job needs`() {
    let read = read(
      "job \"a\" {\n group \"g\" {\n dynamic \"constraint\" {\n for_each = setproduct(range(1000), range(1000))\n content {}\n}\n}\n}"
    )
    #expect(read.diagnostics.filter { $0.severity == .error }.count == 1)
  }

  @Test(arguments: [
    ("version = \">= 1\"", ["", "version", ">= 1"]), ("semver = 1", ["", "semver", "1"]),
    ("attribute = \"x\"\nvalue = \"y\"", ["x", "=", "y"]),
    ("regexp = \"a\"\nvalue = \"y\"\noperator = \"!=\"", ["", "regexp", "a"]),
    ("distinct_hosts = true", ["", "distinct_hosts", "true"]),
    ("distinct_hosts = false", ["", "distinct_hosts", "false"]),
    ("distinct_property = \"p\"\nvalue = 2", ["p", "distinct_property", "2"]),
    ("set_contains = \"a,b\"\nversion = \"1\"", ["", "set_contains", "a,b"]),
    ("set_contains_any = \"a\"\nis_set = \"b\"", ["", "=", ""]), ("operator = \"\"\nvalue = null", ["", "=", ""]),
  ])
  func `the short forms of a constraint have the reference's order of effect`(body: String, parts: [String]) {
    let read = read("job \"a\" {\n constraint {\n\(body)\n}\n}")
    #expect(read.diagnostics == [])
    #expect(read.job?.constraints.map { [$0.attribute, $0.operator, $0.value] } == [parts])
  }

  @Test func `a short form gives operator and value their places`() throws {
    let read = read("job \"a\" {\n constraint {\n  version = \">= 1\"\n }\n}")
    let constraint = try #require(read.job?.constraints.first)
    #expect(read.sources.text(of: constraint.range(of: \.value)) == "\">= 1\"")
    #expect(read.sources.text(of: constraint.nameRange(of: \.operator)) == "version")
  }

  @Test func `fields, items and headers have their places`() throws {
    let read = read("job \"a\" {\n datacenters = [\"dc1\", \"dc2\"]\n group \"g\" {\n meta {\n k = \"v\"\n }\n }\n}")
    let job = try #require(read.job)
    #expect(read.sources.text(of: job.range(of: \.datacenters, item: 1)) == "\"dc2\"")
    #expect(read.sources.text(of: job.groups[0].headerRange) == "group \"g\"")
    #expect(read.sources.text(of: job.groups[0].range(of: \.count)) == "group \"g\"")
    #expect(read.sources.text(of: job.groups[0].labelRange()) == "\"g\"")
    #expect(job.wrote(\.datacenters) && !job.wrote(\.region))
    #expect(job.groups[0].meta?.entries[0].valuePlace.range.flatMap { read.sources.text(of: $0) } == "\"v\"")
  }
}
