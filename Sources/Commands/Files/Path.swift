/// Paths as text. Nothing here looks at the disk.
enum Path {
  /// `name` below `folder`; an absolute name stays as it is.
  static func join(_ folder: String, _ name: String) -> String {
    if name.utf8.first == slash || folder.isEmpty { return name }
    return folder.utf8.last == slash ? folder + name : folder + "/" + name
  }

  /// What comes after the last slash.
  static func name(_ path: String) -> String {
    let bytes = path.utf8
    guard let index = bytes.lastIndex(of: slash) else { return path }
    return String(path[bytes.index(after: index)...])
  }

  /// The folder a path lies in, `.` where it names none.
  static func parent(_ path: String) -> String {
    let bytes = path.utf8
    guard let index = bytes.lastIndex(of: slash) else { return "." }
    return index == bytes.startIndex ? "/" : String(path[..<index])
  }

  /// The path without parts that lead nowhere: `./a//b` and `a/b` are one file.
  static func tidied(_ path: String) -> String {
    let parts = path.utf8.split(separator: slash).filter { !$0.elementsEqual([dot]) }
    return (path.utf8.first == slash ? "/" : "") + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// The absolute path without `.`, `..` and doubled slashes; links are not looked at.
  static func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring.UTF8View] = []
    let whole = join(folder, path)
    for part in whole.utf8.split(separator: slash) {
      if part.elementsEqual([dot]) { continue }
      if part.elementsEqual([dot, dot]) { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Whether an absolute path is `folder` or lies below it. Both without `.` and `..`.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let (inner, outer) = (Array(path.utf8), Array(folder.utf8))
    if outer == [slash] { return inner.first == slash }
    return inner.starts(with: outer) && (inner.count == outer.count || inner[outer.count] == slash)
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}
