import Foundation
public import HCLParser

/// The test data of the repository: finds and reads files below `Corpus/`.
public enum Corpus {
  /// The repository's folder.
  public static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of something below `Corpus/`.
  public static func path(_ relative: String) -> String { "\(repository)/Corpus/\(relative)" }

  /// The bytes of a file below `Corpus/`; empty where it is missing, which no test takes for a pass.
  public static func bytes(_ relative: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(relative)).map(Array.init) ?? []
  }

  public static func text(_ relative: String) -> String { String(decoding: bytes(relative), as: UTF8.self) }

  public static func source(_ relative: String) -> SourceText {
    SourceText(name: relative.split(separator: "/").last.map(String.init) ?? relative, bytes: bytes(relative))
  }

  public static func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

  /// The names of the folders directly below a folder of the corpus, sorted: the cases of a family.
  public static func cases(_ relative: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(relative))) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path("\(relative)/\(name)"), isDirectory: &isFolder)
        && isFolder.boolValue
    }.sorted()
  }

  /// A JSON file of the corpus as Foundation reads it: an independent reader beside our own.
  public static func json(_ relative: String) -> Any? {
    guard let data = FileManager.default.contents(atPath: path(relative)) else { return nil }
    return try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
  }
}
