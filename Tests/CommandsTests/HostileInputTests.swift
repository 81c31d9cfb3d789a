import Foundation
import TestSupport
import Testing

@testable import Commands

/// Whatever stands in a file, the answer is an error with exit code 1 or 2, and never a crash.
@Suite struct HostileInputTests {
  /// Those that ask for nothing but job files.
  static let commands = CommandList.all.filter {
    ["[PATH…]", "PATH"].contains($0.operands) && $0.options["nodes"] == nil && $0.name != "test"
  }.map(\.name)

  static let inputs: [(String, [UInt8])] = [
    ("a hundred thousand opening brackets", Array("x = ".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000)),
    ("a hundred thousand opening braces", Array(String(repeating: "a {\n", count: 100_000).utf8)),
    ("a hundred thousand interpolations", Array(("x = " + String(repeating: "\"${", count: 100_000)).utf8)),
    ("a megabyte on one line", Array(repeating: UInt8(ascii: "x"), count: 1_000_000)),
    ("a JSON abyss", Array("{\"job\":".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000)),
    ("zero bytes", [UInt8](repeating: 0, count: 1000)),
    ("an open quote", Array("x = \"".utf8)),
    ("half a byte order mark", [0xEF, 0xBB]),
    ("another encoding", [0xFF, 0xFE, 0x6A, 0, 0x6F, 0, 0x62, 0]),
  ]

  @Test(arguments: commands) func hostileTextIsAnError(_ command: String) {
    for (name, bytes) in Self.inputs {
      let world = MemoryWorld()
      world.set("x.nomad", bytes: bytes)
      let outcome = world.run(command, "x.nomad")
      #expect(outcome.code == 1, "\(command): \(name)")
      #expect(!(outcome.output + outcome.error).isEmpty, "\(command): \(name)")
      #expect(world.state.withLock { $0.files["/home/user/x.nomad"] } == bytes, "\(command): \(name)")
    }
  }

  @Test(arguments: commands) func randomBytesAreAnError(_ command: String) {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let world = MemoryWorld()
      world.set("x.nomad", bytes: [0xFF] + (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) })
      #expect(world.run(command, "x.nomad").code == 1, "seed \(seed)")
    }
  }

  @Test(arguments: commands) func aDamagedJobNeverCrashesAnything(_ command: String) {
    for seed in 0..<60 as Range<UInt64> {
      let world = MemoryWorld()
      world.set("x.nomad", bytes: Mutation.mutated(Array(ValidateCommandTests.valid.utf8), seed: seed))
      #expect([0, 1].contains(world.run(command, "x.nomad").code), "seed \(seed)")
    }
  }

  @Test(arguments: commands) func aFolderAMissingFileAndAnEmptyOneAreErrors(_ command: String) {
    let world = MemoryWorld(files: ["folder/notes.txt": "", "empty.nomad": ""])
    #expect(world.run(command, "missing.nomad").code == 2)
    if command == "fmt" { return }
    #expect(world.run(command, "folder").code == 2)
    #expect(world.run(command, "empty.nomad").code == 1)
  }
}
