import HCLParser
import Testing

@Suite("Regular expressions")
struct PatternTests {
  @Test(
    "match as RE2 does",
    arguments: [
      ("abc", "xabcx", true), ("^abc$", "xabc", false), ("", "", true), ("a.c", "a\nc", false),
      ("(?s)a.c", "a\nc", true), ("a$", "a\n", false),
      ("(?m)^b$", "a\nb\nc", true), ("[^a]", "\n", true), (#"\d+"#, "x42", true), (#"^\w+$"#, "ab_9", true),
      (#"^\w+$"#, "ä", false),
      (#"\s"#, "\u{B}", false), ("[[:space:]]", "\u{B}", true), ("[[:^alpha:]]", "a", false),
      ("(?i)STRASSE", "strasse", true), ("(?i)k", "\u{212A}", true),
      ("(?i)[a-z]", "Q", true), ("(?i)ÄÖ", "äö", true), (#"\bfoo\b"#, "a foo.", true), (#"\Bfoo"#, "xfoo", true),
      ("^(a|ab)(c|bcd)$", "abcd", true),
      ("a{2,3}", "a", false), ("^a{2,3}$", "aaa", true), ("a{,2}", "a{,2}", true), ("x{", "x{", true),
      ("[]a]", "]", true), ("[a-]", "-", true),
      (#"[\d\-x]"#, "-", true), (#"^\p{Lu}\pL+$"#, "Über", true), (#"\p{Greek}"#, "λ", true),
      (#"\P{Greek}"#, "λ", false), (#"^\p{Bengali}$"#, "অ", true), (#"\p{^Common}"#, "1", false),
      (#"^\x41\x{1F600}\n\101$"#, "A😀\nA", true),
      (#"\Qa.b\E+"#, "a.bb", true), (#"\Qa.b\E"#, "axb", false), ("^(?:ab)*?$", "abab", true),
      ("(?P<y>20..)-(?<m>..)", "2024-05", true), ("(|a)*b", "aab", true),
      (#"^\$\{.*\}$"#, "${x}", true), (#"^v?1\.(2|3)\."#, "1.3.9", true), ("^(web|api)-[0-9]+$", "api-12", true),
      ("a**", "a", nil), ("(a", "a", nil), ("a)", "a", nil),
      ("[a", "a", nil), ("*a", "a", nil), ("a{1001}", "a", nil), ("(a{100}){11}", "a", nil), ("[z-a]", "a", nil),
      (#"\1"#, "a", nil), (#"\y"#, "a", nil), ("(?=a)", "a", nil),
      ("(?<!a)", "a", nil), ("[[:foo:]]", "a", nil), (#"a\"#, "a", nil), (#"\p{Nope}"#, "a", nil),
      ("(?P<a>x)(?P<a>y)", "xy", true), ("(?P<>x)", "a", nil), ("(?z)", "a", nil),
      (#"(a)\C"#, "a", nil), ("a++", "a", nil), ("(?i", "a", nil), (#"\Z"#, "a", nil),
    ] as [(String, String, Bool?)])
  func matches(pattern: String, text: String, expected: Bool?) {
    let compiled = Pattern(pattern)
    #expect(compiled.map { $0.matches(text) } == expected, "/\(pattern)/ on \(text)")
  }

  @Test(
    "say what is wrong in Go's words",
    arguments: [
      ("(a", "error parsing regexp: missing closing ): `(a`"), ("a)", "error parsing regexp: unexpected ): `a)`"),
      ("x[a", "error parsing regexp: missing closing ]: `[a`"),
      ("a**", "error parsing regexp: invalid nested repetition operator: `**`"),
      ("*", "error parsing regexp: missing argument to repetition operator: `*`"),
      ("b{1001}", "error parsing regexp: invalid repeat count: `{1001}`"),
      ("[z-a]", "error parsing regexp: invalid character class range: `z-a`"),
      (#"\y"#, #"error parsing regexp: invalid escape sequence: `\y`"#),
      ("(?=a)", "error parsing regexp: invalid or unsupported Perl syntax: `(?=`"),
      (#"\"#, "error parsing regexp: trailing backslash at end of expression: ``"),
    ])
  func faults(pattern: String, message: String) {
    guard case .failure(let fault) = Pattern.compiled(pattern) else {
      Issue.record("/\(pattern)/ compiled")
      return
    }
    #expect(fault.message == message)
  }

  @Test(
    "replace as Go does",
    arguments: [
      ("(\\d+)\\.(\\d+)", "v1.2.3", "$2.$1", "v2.1.3"), ("a*", "baac", "x", "xbxcx"), ("", "ab", "-", "-a-b-"),
      ("a", "aaa", "", ""), ("(?P<n>b)", "abc", "[${n}]", "a[b]c"),
      ("b", "abc", "$1x", "ac"), ("(b)", "abc", "${1}x", "abxc"), ("b", "abc", "$$", "a$c"),
      ("b", "abc", "$-$", "a$-$c"), ("b", "abc", "${x", "a${xc"), ("b", "abc", "$0$0", "abbc"),
      ("a|ab", "ab", "x", "xb"), ("ab?", "ab a", "x", "x x"), ("a+?", "aaa", "x", "xxx"),
      ("(a)|(b)", "ab", "[$1|$2]", "[a|][|b]"), ("é", "caféé", "e", "cafee"), ("^", "ab", ">", ">ab"),
      ("$", "ab", "<", "ab<"), (#"\b"#, "a b", "|", "|a| |b|"), ("(a*)*", "b", "x", "xbx"),
      ("(a*)+", "baa", "<$1>", "<>b<aa>"),
    ])
  func replaces(pattern: String, text: String, replacement: String, expected: String) throws {
    let compiled = try #require(Pattern(pattern))
    #expect(compiled.replacingMatches(in: text, with: replacement) == expected, "/\(pattern)/")
  }

  @Test("take linear time where backtracking would not end")
  func isLinear() throws {
    let text = String(repeating: "a", count: 3000)
    #expect(try #require(Pattern("^(a+)+$")).matches(text + "b") == false)
    #expect(try #require(Pattern("^(a|a)*b")).matches(text) == false)
    #expect(try #require(Pattern("^(a?){40}a{40}$")).matches(String(repeating: "a", count: 40)))
  }

  @Test("refuse patterns that are deeper or larger than Go takes")
  func bounds() {
    #expect(Pattern(String(repeating: "(", count: 1001) + String(repeating: ")", count: 1001)) == nil)
    #expect(Pattern(String(repeating: "(", count: 900) + String(repeating: ")", count: 900)) != nil)
    #expect(Pattern("(" + String(repeating: "abcdefghij", count: 100) + "){1000}") == nil)
  }

  @Test("are read without a trap, whatever the text")
  func survivesNoise() {
    let pieces = [
      "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "\\", "^", "$", "-", ":", "a", "1", ",", "P", "<", ">", "Q",
      "E", "x", "p", "d", "é",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3000 {
      let text = (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined()
      _ = Pattern(text)?.matches("a1-:é")
      _ = Pattern(text)?.replacingMatches(in: "aa1", with: text)
    }
  }
}
