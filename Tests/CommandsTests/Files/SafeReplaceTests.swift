import Foundation
import Testing

@testable import Commands

/// Replacing files on a real disk, in a folder that goes away afterwards.
@Suite struct SafeReplaceTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("jobtool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  private func cleaned<Result>(_ body: () throws -> Result) rethrows -> Result {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body()
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  @Test func theBytesAreReplacedAndNothingStaysBeside() throws {
    try cleaned {
      let path = try write("old", "a.nomad")
      let before = try Disk.read(path)
      try SafeReplace(path: path, bytes: Array("new".utf8), expected: before.status.version).run()
      #expect(text(path) == "new")
      #expect(names == ["a.nomad"])
    }
  }

  @Test func theModeIsKept() throws {
    try cleaned {
      let path = try write("old", "a.nomad")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      let before = try Disk.read(path)
      try SafeReplace(path: path, bytes: Array("new".utf8), expected: before.status.version).run()
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    }
  }

  @Test func ofALinkTheTargetIsReplaced() throws {
    try cleaned {
      let path = try write("old", "real.nomad")
      let link = "\(folder)/link.nomad"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.nomad")
      let before = try Disk.read(link)
      try SafeReplace(path: link, bytes: Array("new".utf8), expected: before.status.version).run()
      #expect(text(path) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.nomad")
    }
  }

  @Test func aFileThatSomeoneElseChangedIsLeft() throws {
    try cleaned {
      let path = try write("old", "a.nomad")
      let before = try Disk.read(path)
      _ = try write("theirs, and longer", "a.nomad")
      let failure = #expect(throws: FileFailure.self) {
        try SafeReplace(path: path, bytes: Array("new".utf8), expected: before.status.version).run()
      }
      #expect(failure == .changed)
      #expect(text(path) == "theirs, and longer")
      #expect(names == ["a.nomad"])
    }
  }

  @Test func aReadOnlyFileIsLeft() throws {
    try cleaned {
      let path = try write("old", "a.nomad")
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      let before = try Disk.read(path)
      let failure = #expect(throws: FileFailure.self) {
        try SafeReplace(path: path, bytes: Array("new".utf8), expected: before.status.version).run()
      }
      #expect(failure?.message == "the file is read-only")
      #expect(text(path) == "old")
      #expect(names == ["a.nomad"])
    }
  }

  @Test func readingSaysWhatStandsInTheWay() throws {
    cleaned {
      #expect(#expect(throws: FileFailure.self) { try Disk.read(folder) } == .isFolder)
      #expect(#expect(throws: FileFailure.self) { try Disk.read("\(folder)/none") } == .missing)
      #expect(#expect(throws: FileFailure.self) { try Disk.read("\(folder)/a\u{0}b") }?.cause == .other)
      #expect(#expect(throws: FileFailure.self) { try Disk.read("") } == .missing)
    }
  }

  @Test func aFileOfFourGibibytesIsRefusedUnread() throws {
    try cleaned {
      let path = try write("", "big.nomad")
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: UInt64(FileSystem.sizeLimit))
      try handle.close()
      #expect(#expect(throws: FileFailure.self) { try Disk.read(path) } == .tooLarge)
    }
  }

  @Test func aFolderIsListedInByteOrderWithLinksToFoldersLeftOut() throws {
    try cleaned {
      _ = try write("", "b.nomad")
      _ = try write("", "B.nomad")
      try FileManager.default.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/loop", withDestinationPath: ".")
      let entries = try Disk.entries(folder)
      #expect(entries.map(\.name) == ["B.nomad", "b.nomad", "loop", "sub"])
      #expect(entries.map(\.kind) == [.file, .file, .other, .folder])
    }
  }
}
