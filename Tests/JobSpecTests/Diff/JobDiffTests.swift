import HCLParser
import TestSupport
import Testing

@testable import JobSpec

/// The difference between two versions of a job. `reference/scheduler.md` section 7.5.
@Suite struct JobDiffTests {
  private static let base = """
    job "cache" {
      datacenters = ["dc1", "dc2"]
      meta {
        team = "core"
      }
      group "proxy" {
        count = 2
        network {
          mode = "bridge"
          port "http" {
            static = 8080
          }
          port "admin" {}
        }
        service {
          name = "proxy"
          port = "http"
          tags = ["a"]
          check {
            name     = "alive"
            type     = "tcp"
            interval = "10s"
            timeout  = "2s"
          }
        }
        task "nginx" {
          driver = "docker"
          config {
            image = "nginx:1.24"
            ports = ["http"]
          }
          env {
            MODE = "fast"
          }
          resources {
            cpu = 500
          }
        }
      }
    }
    """

  private static func job(_ edits: [(String, String)] = []) throws -> Job {
    var text = base
    for (old, new) in edits {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let read = JobReader.read(JobInput(name: "cache.nomad.hcl", bytes: Array(text.utf8)))
    #expect(read.diagnostics == [])
    return JobExpansion.expand(try #require(read.job))
  }

  private func diff(_ edits: [(String, String)]) throws -> JobDiff {
    JobDiff(from: try JobDiffTests.job(), to: try JobDiffTests.job(edits))
  }

  @Test func `equal versions have no difference, and every group is listed`() throws {
    let diff = try diff([])
    #expect(diff.kind == .none)
    #expect(diff.groups.map(\.kind) == [.none])
    #expect(JobDiffText.text(diff) == "Job: \"cache\"\nTask Group: \"proxy\"\n  Task: \"nginx\"\n")
  }

  @Test func `a new image is shown as nomad job plan shows it`() throws {
    var diff = try diff([("nginx:1.24", "nginx:1.25")])
    diff.groups[0].updates = [.init("ignore", 1), .init("create/destroy update", 1), .init("canary", 0)]
    #expect(
      JobDiffText.text(diff) == """
        +/- Job: "cache"
        +/- Task Group: "proxy" (1 create/destroy update, 1 ignore)
          +/- Task: "nginx" (forces create/destroy update)
            +/- Config {
              +/- image:    "nginx:1.24" => "nginx:1.25"
                  ports[0]: "http"
                }

        """)
  }

  @Test func `a new job is all added, its parts are shown on demand`() throws {
    let diff = JobDiff(from: nil, to: try JobDiffTests.job())
    #expect(
      JobDiffText.text(diff) == """
        + Job: "cache"
        + Task Group: "proxy"
          + Task: "nginx" (forces create)

        """)
    #expect(JobDiffText.text(diff, isVerbose: true).contains("    + Driver:"))
  }

  @Test func `a count says what it forces`() throws {
    let more = try diff([("count = 2", "count = 5")])
    #expect(
      more.groups[0].fields == [
        JobDiff.Field(kind: .edited, name: "Count", old: "2", new: "5", annotations: ["forces create"])
      ])
    let fewer = try diff([("count = 2", "count = 1")])
    #expect(fewer.groups[0].fields.map(\.annotations) == [["forces destroy"]])
    #expect(fewer.groups[0].tasks.map(\.kind) == [.none])
  }

  @Test func `a changed network is one deleted and one added, with its ports by kind`() throws {
    let diff = try diff([("static = 8080", "static = 9090")])
    #expect(diff.groups[0].objects.map(\.kind) == [.added, .deleted])
    #expect(diff.groups[0].objects.map(\.name) == ["Network", "Network"])
    let added = diff.groups[0].objects[0]
    #expect(added.objects.map(\.name) == ["Dynamic Port", "Static Port"])
    #expect(added.objects[1].fields.contains { $0.name == "Value" && $0.new == "9090" && $0.kind == .added })
  }

  @Test func `services go together by name, sets of texts show what came and went`() throws {
    let diff = try diff([("tags = [\"a\"]", "tags = [\"a\", \"b\"]")])
    let service = diff.groups[0].objects.first
    #expect(service?.name == "Service" && service?.kind == .edited)
    let tags = service?.objects.first { $0.name == "Tags" }
    #expect(tags?.fields.map(\.kind) == [.none, .added])
  }

  @Test func `datacenters are a set, meta is flattened, at job level`() throws {
    let diff = try diff([("[\"dc1\", \"dc2\"]", "[\"dc2\", \"dc3\"]"), ("team = \"core\"", "team = \"edge\"")])
    #expect(diff.fields == [JobDiff.Field(kind: .edited, name: "Meta[team]", old: "core", new: "edge")])
    #expect(diff.objects.map(\.name) == ["Datacenters"])
    #expect(diff.objects[0].fields.map(\.kind) == [.deleted, .none, .added])
  }

  @Test func `the JSON is Nomad's: its words, null for empty lists`() throws {
    let json = try diff([("count = 2", "count = 3")]).json
    guard case .object(let object) = json, case .array(let groups)? = object["TaskGroups"],
      case .object(let group) = groups[0]
    else {
      Issue.record("not an object")
      return
    }
    #expect(object.members.map(\.key) == ["Type", "ID", "Fields", "Objects", "TaskGroups"])
    #expect(object["Type"] == "Edited")
    #expect(object["Fields"] == .null)
    #expect(group.members.map(\.key) == ["Type", "Name", "Fields", "Objects", "Tasks", "Updates"])
  }

  @Test func `groups and tasks that come and go are told`() throws {
    let diff = try diff([("task \"nginx\"", "task \"caddy\"")])
    #expect(diff.groups[0].tasks.map(\.name) == ["caddy", "nginx"])
    #expect(diff.groups[0].tasks.map(\.kind) == [.added, .deleted])
    #expect(
      diff.groups[0].tasks.map(\.annotations) == [["forces create/destroy update"], ["forces create/destroy update"]])
  }

  // MARK: What a change does

  @Test(arguments: [
    ("count = 2", "count = 3", ChangeKind.inPlace), ("cpu = 500", "cpu = 501", .destructive),
    ("nginx:1.24", "nginx:1.25", .destructive), ("MODE = \"fast\"", "MODE = \"slow\"", .destructive),
    ("team = \"core\"", "team = \"edge\"", .destructive), ("static = 8080", "static = 8081", .destructive),
    ("port \"admin\" {}", "port \"admin\" { ignore_collision = true }", .inPlace),
    ("mode = \"bridge\"", "mode = \"host\"", .destructive), ("tags = [\"a\"]", "tags = [\"b\"]", .inPlace),
    ("interval = \"10s\"", "interval = \"20s\"", .inPlace), ("task \"nginx\"", "task \"caddy\"", .destructive),
    ("count = 2", "count = 2\nephemeral_disk {\n size = 301\n}", .destructive),
    ("count = 2", "count = 2\nrestart {\n attempts = 7\n}", .inPlace),
    ("count = 2", "count = 2\nrestart {\n render_templates = true\n}", .destructive),
    ("count = 2", "count = 2\nconstraint {\n attribute = \"x\"\n}", .inPlace),
    ("count = 2", "count = 2\naffinity {\n attribute = \"x\"\n value = \"y\"\n}", .destructive),
    ("count = 2", "count = 2\nvolume \"v\" {\n type = \"host\"\n source = \"s\"\n}", .destructive),
    ("driver = \"docker\"", "driver = \"docker\"\nkill_timeout = \"9s\"", .inPlace),
    ("driver = \"docker\"", "driver = \"docker\"\nlogs {\n max_files = 3\n}", .inPlace),
    ("driver = \"docker\"", "driver = \"docker\"\nlogs {\n disabled = true\n}", .destructive),
    ("driver = \"docker\"", "driver = \"docker\"\nuser = \"www\"", .destructive),
    ("driver = \"docker\"", "driver = \"docker\"\ntemplate {\n data = \"x\"\n destination = \"y\"\n}", .destructive),
    ("driver = \"docker\"", "driver = \"docker\"\nlifecycle {\n hook = \"prestart\"\n}", .inPlace),
    ("datacenters = [\"dc1\", \"dc2\"]", "datacenters = [\"dc1\"]", .inPlace), ("count = 2", "count = 2", .none),
    ("tags = [\"a\"]", "connect {\n sidecar_service {}\n}", .destructive),
  ])
  func `a change is in place or destructive as the server has it`(old: String, new: String, kind: ChangeKind) throws {
    let (before, after) = (try JobDiffTests.job(), try JobDiffTests.job([(old, new)]))
    #expect(after.groups[0].change(from: before.groups[0], in: before, to: after) == kind)
  }
}
