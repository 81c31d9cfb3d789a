import Testing

@Suite("Functions of texts")
struct StringFunctionsTests {
  @Test(
    "give the reference's results",
    arguments: [
      Row(#"chomp("line\n\n")"#, #""line""#), Row(#"chomp("a\r\n")"#, #""a""#), Row(#"chomp("a\nb")"#, #""a\nb""#),
      Row(#"trimspace("  a b\t\n")"#, #""a b""#), Row(#"trimspace("\u00a0x\u2003")"#, #""x""#),
      Row(#"trimspace("  ")"#, #""""#), Row(#"trim("xxhixx", "x")"#, #""hi""#), Row(#"trim("?!a!?", "!?")"#, #""a""#),
      Row(#"trim("a", "")"#, #""a""#), Row(#"trimprefix("v1.2", "v")"#, #""1.2""#),
      Row(#"trimprefix("vv", "v")"#, #""v""#), Row(#"trimprefix("x", "xx")"#, #""x""#),
      Row(#"trimsuffix("app.conf", ".conf")"#, #""app""#), Row(#"trimsuffix("app", "x")"#, #""app""#),
      Row(#"lower("MiXeD Ä")"#, #""mixed ä""#), Row(#"upper("straße")"#, #""STRAßE""#),
      Row(#"upper("ﬁ ᾳ")"#, #""ﬁ ᾼ""#), Row(#"title("hello big-world it's")"#, #""Hello Big-World It'S""#),
      Row(#"title("a_b éa")"#, #""A_b Éa""#), Row(#"strrev("abc")"#, #""cba""#),
      Row(#"reverse("noe\u0301l")"#, #""léon""#), Row(#"strlen("größe")"#, "5"), Row(#"strlen("👨‍👩‍👧")"#, "1"),
      Row(#"strlen("a\r\nb")"#, "3"), Row(#"substr("hello", 1, 3)"#, #""ell""#),
      Row(#"substr("hello", -3, -1)"#, #""llo""#), Row(#"substr("hello", 0, 0)"#, #""""#),
      Row(#"substr("hello", 9, 1)"#, #""""#), Row(#"substr("hello", 1, 99)"#, #""ello""#),
      Row(#"substr("hello", -9, 2)"#, #""he""#), Row(#"indent(2, "x\ny\nz")"#, #""x\n  y\n  z""#),
      Row(#"indent(0, "x\ny")"#, #""x\ny""#), Row(#"replace("a.b.c", ".", "-")"#, #""a-b-c""#),
      Row(#"replace("aaa", "aa", "b")"#, #""ba""#), Row(#"replace("abc", "", "-")"#, #""-a-b-c-""#),
      Row(#"replace("a/b", "/b/", "x")"#, #""a/b""#), Row(#"split(",", "a,,b")"#, #"["a","","b"]"#),
      Row(#"split(",", "")"#, #"[""]"#), Row(#"split("", "aé")"#, #"["a","é"]"#), Row(#"split("", "")"#, "[]"),
      Row(#"join("-", ["a", "b"], ["c"])"#, #""a-b-c""#), Row(#"join("-", [])"#, #""""#),
      Row(#"join(",", [1, true])"#, #""1,true""#),
      Row(#"sort(["b", "C", "a", "10", "9"])"#, #"["10","9","C","a","b"]"#),
      .fails(#"sort(["a", null])"#, "given list element 1 is null"),
      .fails(#"join("-", ["a", null])"#, "element 1 of list 1 is null"),
      .fails(#"join("-")"#, "at least one list is required"), .fails(#"indent(-1, "x")"#, "must not be negative"),
      .fails(#"indent(99999999999, "x\n")"#, "longer than"), .fails(#"reverse(["a"])"#, "takes a string"),
      .fails(#"substr("x", 0.5, 1)"#, "whole number"), .fails("upper()", "needs a value for \"str\""),
    ])
  func results(row: Row) { #expect(row.mismatch == nil) }

  @Test("keep texts in normal form even where pieces meet")
  func normalForm() {
    #expect(outcome(of: #"join("", ["e", "\u0301"]) == "é""#) == "true")
  }
}
