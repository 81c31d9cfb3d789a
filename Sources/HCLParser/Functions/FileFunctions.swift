/// Functions that read files or speak of paths. All of them fail where file functions are switched off.
enum FileFunctions {
  static let all: [Function] = [
    Function("file", [.string("path")], returns: .string, "The text of a file.") {
      (arguments) throws(FunctionFailure) in
      guard let text = String(validating: try read(arguments), as: UTF8.self) else {
        throw FunctionFailure(
          "contents of \(arguments.text(0)) are not valid UTF-8; use the filebase64 function to obtain the Base64 "
            + "encoded contents instead", argument: 0)
      }
      return .string(text)
    },
    Function("filebase64", [.string("path")], returns: .string, "The bytes of a file in base 64.") {
      (arguments) throws(FunctionFailure) in
      .string(Base64.text(of: try read(arguments)))
    },
    Function("fileexists", [.string("path")], returns: .bool, "Whether there is a file at a path.", fileExists),
    Function(
      "fileset", [.string("path"), .string("pattern")], returns: .set(.string),
      "The files in a folder whose paths match a pattern of *, **, ?, [...] and {...}.", fileSet),
    Function("abspath", [.string("path")], returns: .string, "A path from the root of the file system.") {
      (arguments) throws(FunctionFailure) in
      .string(try lent { (files) throws(FileAccess.Failure) in try files.absolute(arguments.text(0)) }(arguments))
    },
    Function("basename", [.string("path")], returns: .string, "The last part of a path.") {
      (arguments) throws(FunctionFailure) in
      .string(try lent { (_) throws(FileAccess.Failure) in PathText.lastPart(of: arguments.text(0)) }(arguments))
    },
    Function("dirname", [.string("path")], returns: .string, "A path without its last part.") {
      (arguments) throws(FunctionFailure) in
      .string(try lent { (_) throws(FileAccess.Failure) in PathText.folder(of: arguments.text(0)) }(arguments))
    },
    Function("pathexpand", [.string("path")], returns: .string, "A path with a leading ~ replaced by the home folder.")
    {
      (arguments) throws(FunctionFailure) in
      .string(try lent { (files) throws(FileAccess.Failure) in try files.expandHome(arguments.text(0)) }(arguments))
    },
  ]

  /// Work that asks for files, refused where they are switched off.
  private static func lent<Result>(
    _ work: @escaping (FileAccess) throws(FileAccess.Failure) -> Result
  ) -> (Arguments) throws(FunctionFailure) -> Result {
    { (arguments) throws(FunctionFailure) in
      let files = arguments.environment.files
      guard files.isEnabled else { throw FunctionFailure("filesystem function disabled") }
      do throws(FileAccess.Failure) { return try work(files) } catch {
        throw FunctionFailure("\"\(arguments.text(0))\": \(error.message)", argument: 0)
      }
    }
  }

  private static func read(_ arguments: Arguments) throws(FunctionFailure) -> [UInt8] {
    let bytes = try lent { (files) throws(FileAccess.Failure) in
      try files.read(try files.expandHome(arguments.text(0)))
    }(arguments)
    try FunctionBounds.checkText(bytes.count, argument: 0)
    return bytes
  }

  private static func fileExists(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let path = arguments.text(0)
    let kind = try lent { (files) throws(FileAccess.Failure) in
      try files.kind(try files.expandHome(path))
    }(arguments)
    switch kind {
    case nil: return .bool(false)
    case .file: return .bool(true)
    case .folder: throw FunctionFailure("\(path) is a directory, not a file", argument: 0)
    case .other: throw FunctionFailure("\(path) is not a regular file", argument: 0)
    }
  }

  private static func fileSet(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    // The pattern goes on where the folder ends, and may lead up from it.
    var text = Substring(PathText.cleaned("./" + arguments.text(1)))
    var up = ""
    while text == ".." || text.utf8.starts(with: "../".utf8) {
      text = text.dropFirst(3)
      up += "../"
    }
    guard let pattern = GlobPattern(String(text)) else {
      throw FunctionFailure("failed to glob pattern (\(arguments.text(1))): syntax error in pattern", argument: 1)
    }
    let paths = try lent { (files) throws(FileAccess.Failure) in
      let folder = try files.expandHome(arguments.text(0))
      return try files.filesBelow(up.isEmpty ? folder : PathText.cleaned("\(folder.isEmpty ? "." : folder)/\(up)"))
    }(arguments)
    let found = paths.filter { pattern.matches($0) }
    try FunctionBounds.checkElements(found.count)
    return .makeSet(found.map { .normalised(up + $0) }, of: .string)
  }
}

/// Paths as texts, by Go's rules for slashes.
enum PathText {
  private static let slash = UInt8(ascii: "/")

  static func lastPart(of path: String) -> String {
    guard !path.isEmpty else { return "." }
    var bytes = Array(path.utf8)
    while bytes.last == slash { bytes.removeLast() }
    guard !bytes.isEmpty else { return "/" }
    let start = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  static func folder(of path: String) -> String {
    let bytes = Array(path.utf8)
    let end = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
    return cleaned(String(decoding: bytes[..<end], as: UTF8.self))
  }

  /// The shortest path of the same meaning: no empty parts, no `.`, and `..` only at the start.
  static func cleaned(_ path: String) -> String {
    let isRooted = path.utf8.first == slash
    var parts: [Substring.UTF8View] = []
    for part in Substring(path).utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if let last = parts.last, !last.elementsEqual("..".utf8) {
          parts.removeLast()
        } else if !isRooted {
          parts.append(part)
        }
        continue
      }
      parts.append(part)
    }
    let text = parts.map { String(Substring($0)) }.joined(separator: "/")
    return isRooted ? "/" + text : text.isEmpty ? "." : text
  }
}
