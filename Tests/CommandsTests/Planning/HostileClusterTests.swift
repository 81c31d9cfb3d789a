import Foundation
import TestSupport
import Testing

@testable import Commands

/// Whatever the files about a cluster hold, the answer is an error that says where, or a plan; never a crash.
@Suite("Hostile clusters")
struct HostileClusterTests {
  static let job = "Corpus/Examples/load-balancer.nomad.hcl"
  /// Everything that reads a cluster.
  static let commands = [
    ["plan", "--verbose"], ["plan", "--format=json"], ["capacity"], ["ports"], ["expand", "--env"],
  ]

  static let texts: [(String, [UInt8])] = [
    ("nothing", []), ("a word", Array("nodes".utf8)), ("a number", Array("7".utf8)), ("null", Array("null".utf8)),
    ("an open brace", Array("{".utf8)), ("a list cut off", Array("[{\"ID\": \"a\", \"Name\"".utf8)),
    ("an abyss", Array(repeating: UInt8(ascii: "["), count: 100_000)),
    ("an abyss of objects", Array(String(repeating: "{\"Nodes\":", count: 50_000).utf8)),
    ("a megabyte of text", Array("\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1_000_000) + Array("\"".utf8)),
    ("bytes that are no text", [0x5B, 0x22, 0xFF, 0xC0, 0x80, 0x22, 0x5D]),
    ("another encoding", [0xFF, 0xFE, 0x5B, 0, 0x5D, 0]),
    ("not a number", Array("[{\"ID\": NaN}]".utf8)), ("a page", Array("<html><body>403</body></html>".utf8)),
    ("two texts", Array("\"a\" \"b\"".utf8)), ("zero bytes", [UInt8](repeating: 0, count: 100)),
  ]

  @Test("A file that is no snapshot is an error with its place", arguments: texts)
  func noSnapshot(_ name: String, _ bytes: [UInt8]) {
    for option in ["nodes", "allocs", "volumes", "state", "node-pools", "scheduler-config"] {
      let world = ExamplesTests.world()
      world.set("x.json", bytes: bytes)
      let others = option == "nodes" || option == "state" ? [] : ["--nodes", "Corpus/Examples/fleet.json"]
      for command in option == "nodes" ? Self.commands : [Self.commands[0]] {
        let outcome = world.run(command + others + ["--\(option)", "x.json", Self.job])
        #expect(outcome.code == 2, "\(command) --\(option): \(name): \(outcome.error)")
        #expect(outcome.output == "")
        #expect(outcome.error.contains("--> x.json:1:"), "\(command) --\(option): \(name): \(outcome.error)")
      }
    }
  }

  /// The fleet's first node as text.
  static func node() throws -> String {
    let fleet = try #require(Corpus.json("Examples/fleet.json") as? [[String: Any]])
    let data = try JSONSerialization.data(withJSONObject: try #require(fleet.first), options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "A value of the wrong kind or size is told with its node and field",
    arguments: [
      ("\"CpuShares\":", "\"x\"", "CpuShares"), ("\"CpuShares\":", "-1", "CpuShares"),
      ("\"CpuShares\":", "9223372036854775807", "CpuShares"), ("\"CpuShares\":", "99999999999999999999", "CpuShares"),
      ("\"CpuShares\":", "1e400", "CpuShares"), ("\"CpuShares\":", "1.5", "CpuShares"),
      ("\"CpuShares\":", "[1]", "CpuShares"), ("\"MemoryMB\":", "1e300", "MemoryMB"),
      ("\"MemoryMB\":", "{}", "MemoryMB"), ("\"DiskMB\":", "-9223372036854775808", "DiskMB"),
      ("\"MaxDynamicPort\":", "70000", "MaxDynamicPort"), ("\"NodePool\":", "7", "NodePool"),
      ("\"Attributes\":", "[]", "Attributes"), ("\"Meta\":", "\"x\"", "Meta"), ("\"Drivers\":", "[]", "Drivers"),
      ("\"Datacenter\":", "[\"fra\"]", "Datacenter"), ("\"Status\":", "1", "Status"),
      ("\"DrainStrategy\":", "7", "DrainStrategy"), ("\"NodeResources\":", "1", "NodeResources"),
      ("\"Networks\":", "{}", "Networks"), ("\"NodeNetworks\":", "7", "NodeNetworks"),
    ])
  func wrongKind(_ key: String, _ value: String, _ field: String) throws {
    var text = try Self.node()
    let range = try #require(text.range(of: key))
    // The member stands twice then, and the last one counts; so it goes in front, under the name of the first.
    let end = try #require(Self.end(ofValueFrom: range.upperBound, in: text))
    text.replaceSubrange(range.upperBound..<end, with: value)
    let world = ExamplesTests.world()
    world.set("x.json", bytes: Array("[\(text)]".utf8))
    for command in Self.commands {
      let outcome = world.run(command + ["--nodes", "x.json", Self.job])
      #expect(outcome.code == 2, "\(command): \(outcome.output)")
      #expect(outcome.error.contains(field) && outcome.error.contains("--> x.json:1:"), "\(outcome.error)")
      if field != "Name" { #expect(outcome.error.contains("\"edge-1\""), "\(outcome.error)") }
    }
  }

  /// Where the value that begins somewhere ends: at the comma or bracket on its level.
  private static func end(ofValueFrom start: String.Index, in text: String) -> String.Index? {
    var depth = 0
    var isInText = false
    for index in text[start...].indices {
      switch text[index] {
      case "\"": isInText.toggle()
      case "{" where !isInText, "[" where !isInText: depth += 1
      case "}" where !isInText, "]" where !isInText:
        if depth == 0 { return index }
        depth -= 1
      case "," where !isInText && depth == 0: return index
      default: break
      }
    }
    return nil
  }

  static func allocation(_ id: String, _ members: String = "") -> String {
    "{\"ID\": \"\(id)\", \"Name\": \"other.g[0]\", \"JobID\": \"other\", \"TaskGroup\": \"g\", \"NodeID\": \"nowhere\"\(members)}"
  }

  @Test("Allocations that lack parts, or of nodes and jobs that nobody knows, are no obstacle")
  func allocations() throws {
    let texts = [
      Self.allocation("a"), Self.allocation("a", ", \"AllocatedResources\": null"),
      Self.allocation("a", ", \"AllocatedResources\": {}, \"Job\": null, \"Name\": \"\""),
      Self.allocation("a", ", \"Job\": {}, \"ClientStatus\": \"no such status\", \"DesiredStatus\": \"\""),
      Self.allocation("a", ", \"Job\": {\"TaskGroups\": 7, \"Priority\": 1}"),
      Self.allocation("a", ", \"AllocatedResources\": {\"Tasks\": {}, \"Shared\": {}}"),
      "{\"ID\": \"a\", \"JobID\": \"\", \"NodeID\": \"\", \"ClientStatus\": \"running\"}",
    ]
    for text in texts {
      let world = ExamplesTests.world()
      world.set("x.json", bytes: Array("[\(text)]".utf8))
      for command in Self.commands {
        let outcome = world.run(command + ["--nodes", "Corpus/Examples/fleet.json", "--allocs", "x.json", Self.job])
        #expect([0, 2, 3].contains(outcome.code), "\(command): \(text): \(outcome.error)")
        #expect(outcome.code != 2 || outcome.error.contains("--> x.json:1:"), "\(outcome.error)")
      }
    }
  }

  @Test("Amounts that together are more than a number holds do not overflow")
  func sums() throws {
    let fleet = try #require(Corpus.json("Examples/fleet.json") as? [[String: Any]])
    let id = try #require(fleet.first?["ID"] as? String)
    let most = 1 << 40
    let texts = (0..<40).map { number in
      """
      {"ID": "a\(number)", "Name": "other.g[\(number)]", "JobID": "other", "TaskGroup": "g", "NodeID": "\(id)",
       "ClientStatus": "running", "AllocatedResources": {"Tasks": {"t": {"Cpu": {"CpuShares": \(most)}, "Memory":
       {"MemoryMB": \(most)}}}, "Shared": {"DiskMB": \(most)}}}
      """
    }
    let world = ExamplesTests.world()
    world.set("x.json", bytes: Array("[\(texts.joined(separator: ","))]".utf8))
    for command in Self.commands {
      let outcome = world.run(command + ["--nodes", "Corpus/Examples/fleet.json", "--allocs", "x.json", Self.job])
      #expect([0, 2, 3].contains(outcome.code), "\(command): \(outcome.error)")
    }
  }

  @Test("A damaged snapshot is an error or a plan, whatever the damage")
  func damaged() {
    let names = ["csi-volume.nodes.json", "drain-node.allocs.json", "csi-volume.volumes.json"]
    for seed in 0..<40 as Range<UInt64> {
      let world = ExamplesTests.world()
      for (number, name) in names.enumerated() {
        let bytes = Mutation.mutated(Array(Corpus.text("Examples/\(name)").utf8), seed: seed &* 3 &+ UInt64(number))
        world.set(
          "\(number).json", bytes: seed % 3 == UInt64(number) ? bytes : Array(Corpus.text("Examples/\(name)").utf8))
      }
      let files = ["--nodes", "0.json", "--allocs", "1.json", "--volumes", "2.json"]
      for command in Self.commands {
        let outcome = world.run(command + files + ["Corpus/Examples/csi-volume.nomad.hcl"])
        #expect([0, 2, 3].contains(outcome.code), "seed \(seed): \(command)")
      }
    }
  }

  @Test("A file given twice is told, not read twice")
  func twice() {
    let nodes = ["--nodes", "Corpus/Examples/fleet.json"]
    let outcome = ExamplesTests.world().run(["plan"] + nodes + nodes + [Self.job])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("\"--nodes Corpus/Examples/fleet.json\" is given twice"))
  }

  @Test("Two versions that are no jobs are an error of their own")
  func diff() {
    for (name, bytes) in HostileInputTests.inputs + Self.texts {
      let world = ExamplesTests.world()
      world.set("x.nomad", bytes: bytes)
      for arguments in [["diff", "x.nomad", Self.job], ["diff", Self.job, "x.nomad"]] {
        let outcome = world.run(arguments)
        #expect(outcome.code == 2 && outcome.output == "" && !outcome.error.isEmpty, "\(name)")
      }
    }
  }
}
