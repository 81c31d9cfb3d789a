import HCLParser

/// Files lent to the functions of a job: only those below one folder, wherever links lead.
///
/// Relative paths start from the current folder, as in Nomad, not from the job file's.
struct ConfinedFiles: Sendable {
  var files: FileSystem
  var environment: [String: String]
  var currentFolder: String
  /// The folder as the user knows it.
  var folder: String

  init(_ world: World, below folder: String) {
    files = world.files
    environment = world.environment
    currentFolder = world.currentFolder
    self.folder = folder
  }

  var access: FileAccess {
    FileAccess(
      read: { (path) throws(FileAccess.Failure) in
        let resolved = try confined(path)
        guard try kind(of: resolved) == .file else {
          throw FileAccess.Failure(try kind(of: resolved) == .folder ? "is a folder, not a file" : "is no regular file")
        }
        do throws(FileFailure) {
          return try files.read(resolved).bytes
        } catch {
          throw FileAccess.Failure(error.message)
        }
      },
      kind: { (path) throws(FileAccess.Failure) in
        switch try kind(of: try confined(path, mayBeMissing: true)) {
        case .file: .file
        case .folder: .folder
        case .other: .other
        case nil: nil
        }
      },
      filesBelow: { (path) throws(FileAccess.Failure) in try filesBelow(path) },
      expandHome: { (path) throws(FileAccess.Failure) in try expandHome(path) },
      absolute: { (path) throws(FileAccess.Failure) in Path.absolute(path, from: currentFolder) })
  }

  private func kind(of path: String) throws(FileAccess.Failure) -> FileKind? {
    do throws(FileFailure) {
      return try files.status(path)?.kind
    } catch {
      throw FileAccess.Failure(error.message)
    }
  }

  /// The path with links resolved, if it lies below the folder; a failure that says how to open more, if not.
  private func confined(_ path: String, mayBeMissing: Bool = false) throws(FileAccess.Failure) -> String {
    let resolved: String
    let root: String
    do throws(FileFailure) {
      root = try files.resolve(Path.join(currentFolder, folder))
      resolved = try resolvedAsFarAsItExists(Path.join(currentFolder, path))
    } catch {
      throw FileAccess.Failure(error.message)
    }
    // Asked before whether it exists: what lies outside is not even told that.
    guard Path.isInside(resolved, root) else {
      throw FileAccess.Failure(
        "lies outside \"\(folder)\", the only folder whose files this run may read; \"--allow-file-access DIR\" opens another"
      )
    }
    if !mayBeMissing, try kind(of: resolved) == nil { throw FileAccess.Failure("no such file") }
    return resolved
  }

  /// Resolves what exists of a path; the rest, which can hold no link, is taken as it is written.
  private func resolvedAsFarAsItExists(_ path: String) throws(FileFailure) -> String {
    do throws(FileFailure) {
      return try files.resolve(path)
    } catch {
      guard error.cause == .missing else { throw error }
    }
    let absolute = Path.absolute(path, from: "/")
    guard absolute != "/" else { throw .missing }
    return Path.join(try resolvedAsFarAsItExists(Path.parent(absolute)), Path.name(absolute))
  }

  /// More files than this in one call are a mistake, or an attempt to keep the program busy.
  private static let limit = 100_000

  private func filesBelow(_ path: String) throws(FileAccess.Failure) -> [String] {
    let root = try confined(path, mayBeMissing: true)
    guard try kind(of: root) == .folder else { return [] }
    var found: [String] = []
    // Folders with the number of links on the way to each.
    var waiting = [(folder: "", links: 0)]
    while let (folder, links) = waiting.popLast() {
      let entries: [FolderEntry]
      do throws(FileFailure) {
        entries = try files.entries(Path.join(root, folder))
      } catch {
        throw FileAccess.Failure(error.message)
      }
      for entry in entries {
        let name = Path.join(folder, entry.name)
        switch entry.kind {
        case .file: found.append(name)
        case .folder: waiting.append((name, links))
        case .other: if links < Self.linkLimit, leadsOn(name, below: root) { waiting.append((name, links + 1)) }
        }
      }
      guard found.count + waiting.count <= Self.limit else { throw FileAccess.Failure("holds too many files") }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Links to folders that lead to others are followed no further than this.
  private static let linkLimit = 4

  /// Whether a name is a link to a folder that may be read, and not to one around it.
  private func leadsOn(_ name: String, below root: String) -> Bool {
    let path = Path.join(root, name)
    guard let target = try? confined(path), (try? kind(of: target)) == .folder,
      let around = try? files.resolve(Path.parent(path))
    else { return false }
    return !Path.isInside(around, target)
  }

  private func expandHome(_ path: String) throws(FileAccess.Failure) -> String {
    guard path.utf8.first == UInt8(ascii: "~") else { return path }
    let rest = path.dropFirst()
    guard rest.isEmpty || rest.utf8.first == UInt8(ascii: "/") else {
      throw FileAccess.Failure("the home folder of another user cannot be found")
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw FileAccess.Failure("\"HOME\" is not set in the environment")
    }
    return Path.absolute(home + rest, from: currentFolder)
  }
}

extension World {
  /// The files that functions of a job may read: as the user says, else those below the folder of the job file.
  func fileAccess(for file: InputFile, _ arguments: ParsedArguments) -> FileAccess {
    switch arguments.value(.fileAccess) {
    case "none": .refused
    case let folder?: ConfinedFiles(self, below: folder).access
    case nil: ConfinedFiles(self, below: file.folder).access
    }
  }
}

extension InputFile {
  /// The folder of the file. Standard input has the current one, or that of the name it was given.
  var folder: String {
    switch self {
    case .path(let path): Path.parent(path)
    case .standardInput(let name): Path.parent(name)
    }
  }
}
