import Testing

@Suite("format and formatlist")
struct FormatFunctionTests {
  @Test(
    "lay values out as Go's verbs do",
    arguments: [
      Row(#"format("%s-%05d-%.2f-%q-%v-%%", "a", 42, 3.14159, "q", true)"#, #""a-00042-3.14-\"q\"-true-%""#),
      Row(#"format("")"#, #""""#), Row(#"format("100%% successful")"#, #""100% successful""#),
      Row(#"format("%[2]v %v", 1, 2, 3)"#, #""2 3""#), Row(#"format("%#v %#v", "x", 2)"#, #""\"x\" 2""#),
      Row(#"format("%v %v", {}, [1, "<"])"#, #""{} [1,\"\\u003c\"]""#), Row(#"format("%v", [null])"#, #""[null]""#),
      Row(#"format("%10s|%-10s|", "hello", "hello")"#, #""     hello|hello     |""#),
      Row(#"format("%4s", "💃🏿")"#, #""   💃🏿""#),
      Row(#"format("%.2s %.2q %6.2q", "hello", "hello", "hello")"#, #""he \"he\"   \"he\"""#),
      Row(#"format("%03s", "a")"#, #""00a""#), Row(#"format("%t %t", "false", true)"#, #""false true""#),
      Row(#"format("%+d|% d|%5d|%-5d|%05d|%+05d", 10, 10, 10, 10, -10, 10)"#, #""+10| 10|   10|10   |-0010|+0010""#),
      Row(#"format("%b %o %x %X %#x %#o %#b", 5, 9, 254, 254, 254, 9, 5)"#, #""101 11 fe FE 0xfe 011 0b101""#),
      Row(#"format("%.5d|%8.3d", 42, 42)"#, #""00042|     042""#), Row(#"format("%x", -255)"#, #""-ff""#),
      Row(#"format("%x", 340282366920938463463374607431768211455)"#, #""ffffffffffffffffffffffffffffffff""#),
      Row(
        #"format("%f %.0f %8.1f %+f % f", 10, 2.5, 3.14159, 10, 10)"#, #""10.000000 2      3.1 +10.000000  10.000000""#),
      Row(#"format("%.1f %.2f", 1.06, 0.005)"#, #""1.1 0.00""#),
      Row(
        #"format("%f", "100000000000000000000000000000000000001")"#,
        #""100000000000000000000000000000000000001.000000""#),
      Row(#"format("%e %E %.2e", 1000, 1000, 0.00012345)"#, #""1.000000e+03 1.000000E+03 1.23e-04""#),
      Row(#"format("%g %G %g", 1000, 0.00000000000000000000001, 100000)"#, #""1000 1E-23 100000""#),
      Row(#"format("%v %v %v", 999999, 1000000, 0.00001)"#, #""999999 1e+06 1e-05""#),
      Row(#"format("%.3g %.3g", 3.14159, 31415.9)"#, #""3.14 3.14e+04""#),
      Row(#"format("%s", 1000000)"#, #""1000000""#),
      Row(#"format("%d", "42")"#, #""42""#), Row(#"format("%s", -0.5)"#, #""-0.5""#),
      Row(#"format("%d", 0)"#, #""0""#),
      .fails(#"format("%s", null)"#, "null value cannot be formatted, since nothing says of which type it is"),
      .fails(
        #"format("%s", convert(null, string))"#, #"unsupported value for "%s" at 0: null value cannot be formatted"#),
      .fails(#"format("%d", true)"#, #"unsupported value for "%d" at 0: number required"#),
      .fails(#"format("%d", 1.5)"#, "an integer is required"), .fails(#"format("%s", [])"#, "string required"),
      .fails(#"format("%s")"#, #"not enough arguments for "%s" at 0: need index 1 but have 0 total"#),
      .fails(#"format("%[3]s", 1, 2)"#, #"not enough arguments for "%[3]s" at 0: need index 3 but have 2 total"#),
      .fails(#"format("%[0]s", 1)"#, "unrecognized format character '0' at offset 2"),
      .fails(#"format("a %z", 1)"#, #"unsupported format verb 'z' in "%z" at offset 2"#),
      .fails(#"format("%☠", 1)"#, "unrecognized format character '☠' at offset 1"),
      .fails(#"format("%5", 1)"#, "unexpected end of format string"),
      .fails(#"format("none", 1)"#, "too many arguments; no verbs in format string"),
      .fails(#"format("%d", 1, 2)"#, "too many arguments; only 1 used by format string"),
      .fails(#"format("%999999999d", 1)"#, "above 100000 is refused"),
      .fails(#"format("%.999999999f", 1)"#, "above 100000 is refused"),
    ])
  func formats(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "go through lists of one length",
    arguments: [
      Row(#"formatlist("%s:%d", ["a", "b"], [1, 2])"#, #"["a:1","b:2"]"#),
      Row(#"formatlist("%s %s", ["a", "b"], "x")"#, #"["a x","b x"]"#), Row(#"formatlist("hello")"#, #"["hello"]"#),
      Row(#"formatlist("%s", [])"#, "[]"), Row(#"formatlist("%s", convert(["b", "a"], set(string)))"#, #"["a","b"]"#),
      .fails(
        #"formatlist("%s %s", ["a", "b"], ["c"])"#,
        "argument 2 has length 1, which is inconsistent with argument 1 of length 2"),
      .fails(#"formatlist("%s", [{}])"#, "error on format iteration 0: unsupported value for \"%s\" at 0"),
    ])
  func formatLists(row: Row) { #expect(row.mismatch == nil) }
}
