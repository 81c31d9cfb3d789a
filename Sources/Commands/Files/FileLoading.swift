import HCLParser

extension World {
  /// The bytes of an input, or why they cannot be had as a line for the user.
  func load(_ file: InputFile) -> Result<FileContent, Unreadable> {
    do throws(FileFailure) {
      switch file {
      case .path(let path): return .success(try jobFile(path))
      case .standardInput:
        let bytes = try readInput()
        if bytes.count > FileSystem.jobLimit { throw FileFailure.noJobFile }
        return .success(
          FileContent(bytes: bytes, status: FileStatus(kind: .other, version: FileVersion(size: bytes.count))))
      }
    } catch {
      return .failure(Unreadable(message: "cannot read \"\(file.name)\": \(error.message)"))
    }
  }

  /// The bytes of a job file or variable file.
  func jobFile(_ path: String) throws(FileFailure) -> FileContent {
    // Asked before: what is read has to be kept.
    if let status = try? files.status(path), status.version.size > FileSystem.jobLimit { throw .noJobFile }
    let content = try files.read(path)
    if content.bytes.count > FileSystem.jobLimit { throw .noJobFile }
    return content
  }
}

/// An input that could not be read.
struct Unreadable: Error {
  var message: String
}
