#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FileSystem {
  /// The files of the machine.
  static let disk = FileSystem(
    status: { (path) throws(FileFailure) in try Disk.status(path) },
    read: { (path) throws(FileFailure) in try Disk.read(path) },
    entries: { (folder) throws(FileFailure) in try Disk.entries(folder) },
    resolve: { (path) throws(FileFailure) in try Disk.resolve(path) },
    replace: { (path, bytes, expected) throws(FileFailure) in
      try SafeReplace(path: path, bytes: bytes, expected: expected).run()
    },
    write: { (path, bytes) throws(FileFailure) in try Disk.write(path, bytes) })
}

/// System calls with their errors in words.
enum Disk {
  static func status(_ path: String) throws(FileFailure) -> FileStatus? {
    try check(path)
    var info = stat()
    guard stat(path, &info) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .system(errno)
    }
    return FileStatus(info)
  }

  static func read(_ path: String) throws(FileFailure) -> FileContent {
    try check(path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(errno) }
    let status = FileStatus(info)
    if status.kind == .folder { throw .isFolder }
    if status.version.size >= FileSystem.sizeLimit { throw .tooLarge }
    let expected = status.kind == .file ? status.version.size : 0
    return FileContent(bytes: try readAll(descriptor, expecting: expected), status: status)
  }

  /// Everything up to the end of a file, pipe or terminal; of what is no file, and so may never end, not more than
  /// `FileSystem.streamLimit`.
  static func readAll(_ descriptor: Int32, expecting expected: Int = 0) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is met without another round.
    var room = max(expected &+ 1, 1 << 16)
    let limit = expected > 0 ? FileSystem.sizeLimit : FileSystem.streamLimit
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        repeat { count = Self.systemRead(descriptor, buffer) } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      if count < 0 { throw .system(errno) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count >= limit { throw expected > 0 ? .tooLarge : .endless }
      room = max(1 << 16, min(bytes.count, 1 << 26))
    }
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Writes all bytes, however many rounds it takes.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(FileFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[offset...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      offset += count
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  static func entries(_ folder: String) throws(FileFailure) -> [FolderEntry] {
    try check(folder)
    guard let stream = opendir(folder) else { throw .system(errno) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      entries.append(FolderEntry(name: name, kind: kind(of: Path.join(folder, name))))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(of path: String) -> FileKind {
    var info = stat()
    guard lstat(path, &info) == 0 else { return .other }
    guard info.st_mode & S_IFMT == S_IFLNK else { return FileStatus(info).kind }
    guard stat(path, &info) == 0, FileStatus(info).kind == .file else { return .other }
    return .file
  }

  static func resolve(_ path: String) throws(FileFailure) -> String {
    try check(path)
    guard let resolved = realpath(path, nil) else { throw .system(errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A result that the user asked for by name: a file is replaced in one step, a pipe or device is written to.
  static func write(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
    let before = try status(path)
    switch before?.kind {
    case .folder: throw .isFolder
    case .file:
      guard let before else { return }
      try SafeReplace(path: path, bytes: bytes, expected: before.version).run()
    case .other, nil:
      let flags = before == nil ? O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC : O_WRONLY | O_CLOEXEC
      let descriptor = open(path, flags, 0o666)
      guard descriptor >= 0 else { throw .system(errno) }
      do {
        try writeAll(descriptor, bytes)
      } catch {
        close(descriptor)
        // A file cut short is worse than none.
        if before == nil { unlink(path) }
        throw error
      }
      guard close(descriptor) == 0 else { throw .system(errno) }
    }
  }

  /// A zero byte would end the path early and name another file.
  private static func check(_ path: String) throws(FileFailure) {
    if path.isEmpty { throw .missing }
    if path.utf8.contains(0) { throw FileFailure(.other, "there is a zero byte in its name") }
  }
}

extension FileStatus {
  init(_ info: stat) {
    let kind: FileKind
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    self.init(
      kind: kind,
      version: FileVersion(
        device: UInt64(truncatingIfNeeded: info.st_dev), number: UInt64(truncatingIfNeeded: info.st_ino),
        size: Int(info.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec))
  }
}

extension FileFailure {
  /// The words for an error number of the system.
  static func system(_ number: Int32) -> FileFailure {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: FileFailure(.denied, "permission denied")
    case EROFS: FileFailure(.denied, "the file system is read-only")
    case EISDIR: .isFolder
    case ENOSPC: FileFailure(.other, "no space left on the device")
    case EDQUOT: FileFailure(.other, "the disk quota is used up")
    case EFBIG, EOVERFLOW: .tooLarge
    case EPIPE: FileFailure(.pipeClosed, "the reader has closed the pipe")
    case ELOOP: FileFailure(.other, "too many links, or a link that leads to itself")
    case ENAMETOOLONG: FileFailure(.other, "the name is too long")
    case EMFILE, ENFILE: FileFailure(.other, "too many open files")
    case EIO: FileFailure(.other, "the device reports a read or write error")
    default: FileFailure(.other, "system error \(number)")
    }
  }
}
