/// The files, as functions. Paths are as the user typed them; relative ones start from the current folder.
package struct FileSystem: Sendable {
  /// What stands at a path, links followed, or nil where nothing does.
  package var status: @Sendable (_ path: String) throws(FileFailure) -> FileStatus?
  /// The bytes of a file, and its state while they were read.
  package var read: @Sendable (_ path: String) throws(FileFailure) -> FileContent
  /// What lies directly in a folder, in byte order of the names.
  package var entries: @Sendable (_ folder: String) throws(FileFailure) -> [FolderEntry]
  /// The absolute path with every link resolved.
  package var resolve: @Sendable (_ path: String) throws(FileFailure) -> String
  /// Puts new bytes in a file's place in one step, or leaves the file as it is. Refuses if it is no longer as `expected`.
  package var replace: @Sendable (_ path: String, _ bytes: [UInt8], _ expected: FileVersion) throws(FileFailure) -> Void
  /// Writes a file that a user named for a result, whether it exists or not.
  package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Void

  package init(
    status: @escaping @Sendable (String) throws(FileFailure) -> FileStatus?,
    read: @escaping @Sendable (String) throws(FileFailure) -> FileContent,
    entries: @escaping @Sendable (String) throws(FileFailure) -> [FolderEntry],
    resolve: @escaping @Sendable (String) throws(FileFailure) -> String,
    replace: @escaping @Sendable (String, [UInt8], FileVersion) throws(FileFailure) -> Void,
    write: @escaping @Sendable (String, [UInt8]) throws(FileFailure) -> Void
  ) {
    self.status = status
    self.read = read
    self.entries = entries
    self.resolve = resolve
    self.replace = replace
    self.write = write
  }

  /// Texts of this size and more are refused: ranges hold 32 bits.
  package static let sizeLimit = 1 << 32
  /// Pipes and devices do not say how much will come, and some never end.
  package static let streamLimit = 1 << 29
  /// Job files and variable files of more than this are refused: reading one takes twenty times its size in memory.
  package static let jobLimit = 1 << 27
}

/// What a path leads to.
package enum FileKind: Sendable, Hashable {
  case file, folder
  /// A pipe, a device, a socket.
  case other
}

package struct FileStatus: Sendable, Hashable {
  package var kind: FileKind
  package var version: FileVersion

  package init(kind: FileKind, version: FileVersion) {
    self.kind = kind
    self.version = version
  }
}

/// Tells whether a file is still the one that was read.
package struct FileVersion: Sendable, Hashable {
  package var device: UInt64
  package var number: UInt64
  package var size: Int
  package var seconds: Int
  package var nanoseconds: Int

  package init(device: UInt64 = 0, number: UInt64 = 0, size: Int, seconds: Int = 0, nanoseconds: Int = 0) {
    self.device = device
    self.number = number
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

package struct FileContent: Sendable {
  package var bytes: [UInt8]
  package var status: FileStatus

  package init(bytes: [UInt8], status: FileStatus) {
    self.bytes = bytes
    self.status = status
  }
}

package struct FolderEntry: Sendable {
  package var name: String
  /// Links are followed for files only: a link to a folder is `.other`, so that a search cannot run in circles.
  package var kind: FileKind

  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}

/// Why something could not be done with a file. The text follows the file's name: `no such file or folder`.
package struct FileFailure: Error, Sendable, Hashable {
  package enum Cause: Sendable, Hashable {
    case missing, denied, isFolder, tooLarge, changed, pipeClosed, other
  }

  package var cause: Cause
  package var message: String

  package init(_ cause: Cause, _ message: String) {
    self.cause = cause
    self.message = message
  }

  package static let missing = FileFailure(.missing, "no such file or folder")
  package static let isFolder = FileFailure(.isFolder, "it is a folder, not a file")
  package static let tooLarge = FileFailure(.tooLarge, "it is larger than 4 GiB, more than this program can read")
  package static let endless = FileFailure(
    .tooLarge, "more than 512 MiB came, and no end is in sight; put it in a file if it is meant")
  package static let noJobFile = FileFailure(.tooLarge, "it is larger than 128 MiB, more than any job file")
  package static let changed = FileFailure(
    .changed, "it was changed by another program in the meantime; it was left as it is")
}
