#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Puts new bytes in a file's place in one step: written beside it, made durable, renamed over it.
///
/// At every moment, a power cut included, the path leads to the old bytes or to the new ones, whole. Where anything
/// fails, the old ones stay and the file beside them goes. Of a link the target is replaced, and the link stays.
struct SafeReplace {
  var path: String
  var bytes: [UInt8]
  /// What was read; another state means that someone else wrote meanwhile.
  var expected: FileVersion

  func run() throws(FileFailure) {
    // Renaming over a link would replace the link.
    let target = try Disk.resolve(path)
    var before = stat()
    guard stat(target, &before) == 0 else { throw .system(errno) }
    guard FileStatus(before).kind == .file else { throw FileFailure(.other, "is not a regular file") }
    // Renaming asks the folder for leave, not the file: respect a file that was closed to writing.
    guard before.st_mode & 0o222 != 0, access(target, W_OK) == 0 else {
      throw FileFailure(.denied, "the file is read-only")
    }
    let (beside, descriptor) = try makeFile(beside: target)
    do {
      try fill(descriptor, like: before)
      try checkUnchanged(target)
      guard rename(beside, target) == 0 else { throw FileFailure.system(errno) }
    } catch {
      unlink(beside)
      throw error as? FileFailure ?? FileFailure(.other, "\(error)")
    }
  }

  private func makeFile(beside target: String) throws(FileFailure) -> (path: String, descriptor: Int32) {
    let folder = Path.parent(target)
    // Names left behind by a killed run are passed over.
    for attempt in 0..<100 {
      let path = Path.join(folder, ".jobtool-\(getpid())-\(attempt)")
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return (path, descriptor) }
      if errno == EEXIST { continue }
      let failure = FileFailure.system(errno)
      throw FileFailure(failure.cause, "cannot make a file beside it in \"\(folder)\": \(failure.message)")
    }
    throw FileFailure(.other, "cannot make a file beside it in \"\(folder)\": every name is taken")
  }

  /// Writes and closes. Closing may be what reports a full disk.
  private func fill(_ descriptor: Int32, like before: stat) throws(FileFailure) {
    do {
      try Disk.writeAll(descriptor, bytes)
      // Owner first: changing it clears some mode bits. Only a privileged user can give a file away; for others
      // the file becomes theirs, as with an editor.
      if fchown(descriptor, before.st_uid, before.st_gid) != 0 { _ = fchown(descriptor, uid_t.max, before.st_gid) }
      guard fchmod(descriptor, before.st_mode & 0o7777) == 0 else { throw FileFailure.system(errno) }
      guard fsync(descriptor) == 0 else { throw FileFailure.system(errno) }
    } catch {
      close(descriptor)
      throw error as? FileFailure ?? FileFailure(.other, "\(error)")
    }
    guard close(descriptor) == 0 else { throw .system(errno) }
  }

  private func checkUnchanged(_ target: String) throws(FileFailure) {
    guard let now = try Disk.status(target), now.version == expected else { throw .changed }
  }
}
