import HCLParser

extension World {
  /// The bytes of an input, or why they cannot be had as a line for the user.
  func load(_ file: InputFile) -> Result<FileContent, Unreadable> {
    do {
      switch file {
      case .path(let path): return .success(try files.read(path))
      case .standardInput:
        let bytes = try readInput()
        return .success(
          FileContent(bytes: bytes, status: FileStatus(kind: .other, version: FileVersion(size: bytes.count))))
      }
    } catch {
      return .failure(Unreadable(message: "cannot read \"\(file.name)\": \(error.message)"))
    }
  }
}

/// An input that could not be read.
struct Unreadable: Error {
  var message: String
}
