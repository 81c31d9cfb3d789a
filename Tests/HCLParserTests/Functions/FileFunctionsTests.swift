import HCLParser
import Testing

@Suite("Functions of files")
struct FileFunctionsTests {
  /// A folder in memory.
  static let files: FileAccess = {
    let contents: [String: [UInt8]] = [
      "data/note.txt": Array("first ü\n".utf8), "data/raw.bin": [0xFF, 0x00], "/home/x/conf": Array("c".utf8),
    ]
    return FileAccess(
      read: { (path) throws(FileAccess.Failure) in
        guard let bytes = contents[path] else { throw FileAccess.Failure("no such file") }
        return bytes
      },
      kind: { (path) throws(FileAccess.Failure) in
        contents[path] != nil ? .file : path == "data" ? .folder : path == "/dev/null" ? .other : nil
      },
      filesBelow: { (_) throws(FileAccess.Failure) in
        [".hidden", "a.md", "note.txt", "sub/deep/x.txt", "sub/y.txt", "zürich.txt"]
      },
      expandHome: { (path) throws(FileAccess.Failure) in path.hasPrefix("~") ? "/home/x" + path.dropFirst() : path },
      absolute: { (path) throws(FileAccess.Failure) in "/base/" + path })
  }()

  @Test(
    "read files and take paths apart",
    arguments: [
      Row(#"file("data/note.txt")"#, #""first ü\n""#), Row(#"file("~/conf")"#, #""c""#),
      Row(#"filebase64("data/raw.bin")"#, #""/wA=""#),
      Row(#"fileexists("data/note.txt")"#, "true"), Row(#"fileexists("data/none.txt")"#, "false"),
      Row(#"fileset("data", "*.txt")"#, #"["note.txt","zürich.txt"]"#),
      Row(#"fileset("data", "**/*.txt")"#, #"["note.txt","sub/deep/x.txt","sub/y.txt","zürich.txt"]"#),
      Row(#"fileset("data", "**")"#, #"[".hidden","a.md","note.txt","sub/deep/x.txt","sub/y.txt","zürich.txt"]"#),
      Row(#"fileset("data", "*.{md,txt}")"#, #"["a.md","note.txt","zürich.txt"]"#),
      Row(#"fileset("data", "sub/?.txt")"#, #"["sub/y.txt"]"#),
      Row(#"fileset("data", "[an]*")"#, #"["a.md","note.txt"]"#),
      Row(#"fileset("data", "[^an]*.txt")"#, #"["zürich.txt"]"#),
      Row(#"fileset("data", "z?rich.txt")"#, #"["zürich.txt"]"#), Row(#"fileset("data", "none")"#, "[]"),
      Row(#"fileset("data", "./sub//*.txt")"#, #"["sub/y.txt"]"#),
      Row(#"fileset("data", "/sub/../*.md")"#, #"["a.md"]"#),
      Row(#"fileset("data/sub", "../*.md")"#, #"["../a.md"]"#), Row(#"fileset("data", "[!a]*")"#, #"["a.md"]"#),
      Row(#"abspath("x")"#, #""/base/x""#),
      Row(#"basename("a/b/c.txt")"#, #""c.txt""#), Row(#"basename("a/b/")"#, #""b""#), Row(#"basename("")"#, #"".""#),
      Row(#"basename("//")"#, #""/""#),
      Row(#"dirname("a/b/c.txt")"#, #""a/b""#), Row(#"dirname("c.txt")"#, #"".""#), Row(#"dirname("/a")"#, #""/""#),
      Row(#"dirname("a/../b/c")"#, #""b""#),
      Row(#"pathexpand("~/x")"#, #""/home/x/x""#), Row(#"pathexpand("plain/path")"#, #""plain/path""#),
      .fails(#"file("data/none.txt")"#, "\"data/none.txt\": no such file"),
      .fails(#"file("data/raw.bin")"#, "not valid UTF-8"),
      .fails(#"fileexists("data")"#, "data is a directory, not a file"),
      .fails(#"fileexists("/dev/null")"#, "not a regular file"),
      .fails(#"fileset("data", "[a")"#, "failed to glob pattern"),
      .fails(#"fileset("data", "{a")"#, "failed to glob pattern"),
      .fails(#"fileset("data", "{a.md,sub/y.txt}")"#, "failed to glob pattern"),
    ])
  func readsFiles(row: Row) {
    let actual = outcome(of: row.call, files: Self.files)
    if row.expected.hasPrefix("error: ") {
      #expect(actual.contains(row.expected.dropFirst("error: ".count)))
    } else {
      #expect(actual == row.expected)
    }
  }

  @Test(
    "all fail where file functions are off",
    arguments: [
      #"file("x")"#, #"filebase64("x")"#, #"fileexists("x")"#, #"fileset("x", "*")"#, #"abspath("x")"#,
      #"basename("x")"#, #"dirname("x")"#,
      #"pathexpand("x")"#,
    ])
  func refused(call: String) { #expect(outcome(of: call).contains("filesystem function disabled")) }
}
