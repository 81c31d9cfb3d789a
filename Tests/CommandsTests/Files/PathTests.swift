import Testing

@testable import Commands

@Suite struct PathTests {
  @Test(
    arguments: [
      ("a/b", "/x", "/x/a/b"), ("/a//b/", "/x", "/a/b"), ("../b", "/x/y", "/x/b"), ("../../../b", "/x", "/b"),
      ("./.", "/x", "/x"), (".", "/", "/"),
    ])
  func absolutePathsHaveNoDots(_ path: String, _ folder: String, _ expected: String) {
    #expect(Path.absolute(path, from: folder) == expected)
  }

  @Test(
    arguments: [
      ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/", true), ("/", "/a", false),
    ])
  func aPathLiesInAFolderOrDoesNot(_ path: String, _ folder: String, _ expected: Bool) {
    #expect(Path.isInside(path, folder) == expected)
  }

  @Test(arguments: [("a", "."), ("a/b", "a"), ("/a", "/"), ("/a/b", "/a")])
  func theParentOfAPath(_ path: String, _ expected: String) { #expect(Path.parent(path) == expected) }

  @Test(
    arguments: [
      ("job \"a\" {}", true), ("# x\n  job a {\n", true), ("\u{FEFF}job {", true), ("jobs {}", false),
      ("a = 1\n", false), ("x = job \"a\"", false), ("job = 1", false), ("joba {}", false), ("job", false),
    ])
  func aJobBlockIsRecognisedWithoutParsing(_ text: String, _ expected: Bool) {
    #expect(JobBlock.stands(in: Array(text.utf8)) == expected)
  }
}
