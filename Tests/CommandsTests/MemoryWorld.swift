import Synchronization

@testable import Commands

/// A world in memory: files by absolute path, what was printed, and what the user typed.
final class MemoryWorld: Sendable {
  struct State {
    var files: [String: [UInt8]] = [:]
    /// Links by absolute path, to absolute paths.
    var links: [String: String] = [:]
    /// Counts writes, as a file system counts time.
    var versions: [String: Int] = [:]
    /// Paths that may not be read.
    var unreadable: Set<String> = []
    /// Paths that may not be replaced, and why.
    var unwritable: [String: FileFailure] = [:]
    var output: [UInt8] = []
    var error: [UInt8] = []
    var outputFailure: FileFailure?
  }

  static let home = "/home/user"
  let state: Mutex<State>
  let input: [UInt8]

  init(files: [String: String] = [:], links: [String: String] = [:], input: [UInt8] = []) {
    var state = State()
    for (path, text) in files { state.files[Path.absolute(path, from: Self.home)] = Array(text.utf8) }
    for (path, target) in links {
      state.links[Path.absolute(path, from: Self.home)] = Path.absolute(target, from: Self.home)
    }
    self.state = Mutex(state)
    self.input = input
  }

  /// What one run of the program left behind.
  struct Outcome: Equatable {
    var code: Int32
    var output: String
    var error: String
  }

  /// Runs the tool once.
  func run(_ arguments: String..., environment: [String: String] = [:], program: Program = .jobtool) -> Outcome {
    run(arguments, environment: environment, program: program)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], program: Program = .jobtool,
    terminal: Terminal = Terminal()
  ) -> Outcome {
    state.withLock { state in
      state.output = []
      state.error = []
    }
    let code = program.run(in: world(arguments, environment, terminal))
    return state.withLock { state in
      Outcome(
        code: code.rawValue, output: String(decoding: state.output, as: UTF8.self),
        error: String(decoding: state.error, as: UTF8.self))
    }
  }

  /// A file's text as it is now.
  func text(_ path: String) -> String? {
    state.withLock { state in
      state.files[Path.absolute(path, from: Self.home)].map { String(decoding: $0, as: UTF8.self) }
    }
  }

  func set(_ path: String, bytes: [UInt8]) {
    state.withLock { $0.files[Path.absolute(path, from: Self.home)] = bytes }
  }

  func world(_ arguments: [String], _ environment: [String: String], _ terminal: Terminal) -> World {
    World(
      arguments: arguments, environment: environment, currentFolder: Self.home,
      readInput: { () throws(FileFailure) in self.input },
      writeOutput: { (bytes) throws(FileFailure) in
        if let failure = self.state.withLock({ $0.outputFailure }) { throw failure }
        self.state.withLock { $0.output += bytes }
      },
      writeError: { bytes in self.state.withLock { $0.error += bytes } }, files: fileSystem, terminal: terminal)
  }

  private var fileSystem: FileSystem {
    FileSystem(
      status: { (path) throws(FileFailure) in self.state.withLock { $0.status(path) } },
      read: { (path) throws(FileFailure) in
        let result = self.state.withLock { state -> Result<FileContent, FileFailure> in
          guard let status = state.status(path) else { return .failure(.missing) }
          let target = state.target(path)
          if status.kind == .folder { return .failure(.isFolder) }
          if state.unreadable.contains(target) { return .failure(FileFailure(.denied, "permission denied")) }
          return .success(FileContent(bytes: state.files[target] ?? [], status: status))
        }
        return try result.get()
      },
      entries: { (folder) throws(FileFailure) in self.state.withLock { $0.entries(folder) } },
      resolve: { (path) throws(FileFailure) in
        let resolved = self.state.withLock { state in state.status(path) == nil ? nil : state.target(path) }
        guard let resolved else { throw .missing }
        return resolved
      },
      replace: { (path, bytes, expected) throws(FileFailure) in
        let failure = self.state.withLock { state -> FileFailure? in
          let target = state.target(path)
          if let failure = state.unwritable[target] { return failure }
          guard state.status(path)?.version == expected else { return .changed }
          state.files[target] = bytes
          state.versions[target, default: 0] += 1
          return nil
        }
        if let failure { throw failure }
      },
      write: { (path, bytes) throws(FileFailure) in
        self.state.withLock { $0.files[$0.target(path)] = bytes }
      })
  }
}

extension MemoryWorld.State {
  /// The absolute path with links followed, also those of folders above.
  func target(_ path: String) -> String {
    var resolved = ""
    for part in Path.absolute(path, from: MemoryWorld.home).split(separator: "/") {
      resolved += "/" + part
      resolved = links[resolved] ?? resolved
    }
    return resolved.isEmpty ? "/" : resolved
  }

  func status(_ path: String) -> FileStatus? {
    let target = target(path)
    if let bytes = files[target] {
      return FileStatus(kind: .file, version: FileVersion(size: bytes.count, seconds: versions[target] ?? 0))
    }
    let below = target == "/" ? "/" : target + "/"
    let isFolder = target == MemoryWorld.home || files.keys.contains { $0.hasPrefix(below) }
    return isFolder ? FileStatus(kind: .folder, version: FileVersion(size: 0)) : nil
  }

  func entries(_ folder: String) -> [FolderEntry] {
    let below = target(folder) + "/"
    var kinds: [String: FileKind] = [:]
    for path in files.keys where path.hasPrefix(below) {
      let parts = path.dropFirst(below.count).split(separator: "/")
      kinds[String(parts[0])] = parts.count > 1 ? .folder : .file
    }
    for path in links.keys where path.hasPrefix(below) && !path.dropFirst(below.count).contains("/") {
      kinds[String(path.dropFirst(below.count))] = files[target(path)] == nil ? .other : .file
    }
    return kinds.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { FolderEntry(name: $0.key, kind: $0.value) }
  }
}
