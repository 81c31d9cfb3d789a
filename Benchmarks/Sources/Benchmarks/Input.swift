import Files

/// What is measured over: texts, made or read.
enum Input {
  /// One job of so many megabytes.
  case generated(megabytes: Int)
  /// So many small files with one job each.
  case files(count: Int)
  /// The job files below a folder.
  case folder(String)

  /// As it stands on the command line of a measuring process.
  init?(_ argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "generated": self = .generated(megabytes: Int(parts[1]) ?? 1)
    case "files": self = .files(count: Int(parts[1]) ?? 1)
    case "folder": self = .folder(parts[1])
    default: return nil
    }
  }

  var argument: String {
    switch self {
    case .generated(let megabytes): "generated:\(megabytes)"
    case .files(let count): "files:\(count)"
    case .folder(let path): "folder:\(path)"
    }
  }

  /// As the table names it.
  var name: String {
    switch self {
    case .generated(let megabytes): "one job, \(megabytes) MB"
    case .files(let count): "\(count) made files"
    case .folder(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  func load() -> [[UInt8]] {
    switch self {
    case .generated(let megabytes): [GeneratedJob.bytes(size: megabytes * 1_000_000)]
    case .files(let count): GeneratedJob.files(count: count)
    case .folder(let path): Folder.files(below: path).compactMap(Folder.bytes)
    }
  }
}
