#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What little of the file system a benchmark needs.
public enum Folder {
  private static let endings = [".hcl", ".nomad", ".tf", ".job", ".tpl", ".template", ".t", ".hcldec", ".tfvars"]

  /// The paths of all files that look like HCL, in the order of their names; of a file, its own.
  public static func files(below path: String) -> [String] {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return [path] }
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().flatMap { name -> [String] in
      let child = path + "/" + name
      var status = stat()
      guard stat(child, &status) == 0 else { return [] }
      if status.st_mode & S_IFMT == S_IFDIR { return files(below: child) }
      return endings.contains { name.hasSuffix($0) } ? [child] : []
    }
  }

  public static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  public static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
  }
}
