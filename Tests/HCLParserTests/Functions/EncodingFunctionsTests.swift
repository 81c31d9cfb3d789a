import HCLParser
import Testing

@Suite("Functions of encodings, hashes, addresses and dates")
struct EncodingFunctionsTests {
  @Test(
    "encode and decode",
    arguments: [
      Row(#"base64encode("päss")"#, #""cMOkc3M=""#), Row(#"base64encode("")"#, #""""#),
      Row(#"base64encode("ab")"#, #""YWI=""#),
      Row(#"base64encode("abc")"#, #""YWJj""#), Row(#"base64decode("aGVsbG8=")"#, #""hello""#),
      Row(#"base64decode("aGVs\nbG8=")"#, #""hello""#), Row(#"base64decode("")"#, #""""#),
      .fails(#"base64decode("a===")"#, "failed to decode base64"),
      .fails(#"base64decode("aGVsbG8")"#, "failed to decode"),
      .fails(#"base64decode("aGVs_G8=")"#, "failed to decode"), .fails(#"base64decode("/w==")"#, "not valid UTF-8"),
      Row(#"urlencode("a b&c=d/ü")"#, #""a+b%26c%3Dd%2F%C3%BC""#), Row(#"urlencode("a-_.~*")"#, #""a-_.~%2A""#),
      Row(#"csvdecode("a,b\n1,2\n3,4\n")[1].b"#, #""4""#),
      Row(#"csvdecode("a,b\r\n\"x,\"\"y\"\"\",\"l1\nl2\"\r\n")"#, #"[{"a":"x,\"y\"","b":"l1\nl2"}]"#),
      Row(#"csvdecode("a\n\n1\n")"#, #"[{"a":"1"}]"#), Row(#"csvdecode("a,b")"#, "[]"),
      .fails(#"csvdecode("")"#, "missing header line"),
      .fails(#"csvdecode("a,a\n1,2")"#, "duplicate column name \"a\""),
      .fails(#"csvdecode("a,b\n1")"#, "record on line 2: wrong number of fields"),
      .fails(#"csvdecode("a\nx\"y")"#, "bare \" in non-quoted field"),
      .fails(#"csvdecode("a\n\"x")"#, "parse error on line 2"),
    ])
  func encodings(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "read and write JSON as Go does",
    arguments: [
      Row(
        #"jsonencode({ z = [1, "<&>"], a = null, m = { t = true } })"#,
        #""{\"a\":null,\"m\":{\"t\":true},\"z\":[1,\"\\u003c\\u0026\\u003e\"]}""#),
      Row(#"jsonencode("\u2028\u0001\t/é\b")"#.replacingEscapedBackspace, #""\"\\u2028\\u0001\\t/é\"""#),
      Row("jsonencode(0.1)", #""0.1""#), Row("jsonencode(1e30)", #""1000000000000000000000000000000""#),
      .fails("jsonencode(1/0)", "has no JSON form"),
      Row(#"jsondecode("{\"k\": [1, 2.5, null, \"s\"]}").k[1]"#, "2.5"),
      Row(#"jsondecode("123456789012345678901234567890.5")"#, "123456789012345678901234567890.5"),
      Row(#"jsondecode("{\"a\":1,\"a\":2}")"#, #"{"a":2}"#), Row(#"jsondecode(" true ")"#, "true"),
      Row(#"jsondecode("null")"#, "null"),
      Row(#"jsondecode("\"\\ud83d\\ude00\"")"#, #""😀""#), .fails(#"jsondecode("")"#, "jsondecode"),
      .fails(#"jsondecode("{a:1}")"#, "jsondecode"), .fails(#"jsondecode("[1,]")"#, "jsondecode"),
      .fails(#"jsondecode("1 2")"#, "jsondecode"),
      .fails(#"jsondecode(join("", [for i in range(1000) : "["]))"#, "deeper"),
    ])
  func json(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "digest texts",
    arguments: [
      Row(#"md5("hello")"#, #""5d41402abc4b2a76b9719d911017c592""#),
      Row(#"md5("")"#, #""d41d8cd98f00b204e9800998ecf8427e""#),
      Row(
        #"md5("12345678901234567890123456789012345678901234567890123456789012345678901234567890")"#,
        #""57edf4a22be3c955ac49da2e2107b67a""#),
      Row(#"sha1("hello")"#, #""aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d""#),
      Row(
        #"sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")"#,
        #""84983e441c3bd26ebaae4aa1f95129e5e54670f1""#),
      Row(#"sha256("hello")"#, #""2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824""#),
      Row(
        #"sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")"#,
        #""248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1""#),
      Row(
        #"sha512("abc")"#,
        #""ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f""#
      ),
      Row(#"uuidv5("dns", "example.internal")"#, #""5ed601e2-2894-5c01-8e70-9fada686cdfe""#),
      Row(
        #"uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "example.internal")"#,
        #""5ed601e2-2894-5c01-8e70-9fada686cdfe""#),
      Row(#"uuidv5("url", "https://www.hashicorp.com/")"#, #""a4743c6a-58a9-5e54-a3f6-6614c00f3e43""#),
      .fails(#"uuidv5("nope", "x")"#, "namespace \"nope\""), Row("uuidv4()", "unknown"),
      Row(#"bcrypt("secret")"#, "unknown"),
      .fails(#"bcrypt("secret", 40)"#, "outside allowed inclusive range"),
      .fails(#"bcrypt("a", 4, 5)"#, "no more than two"),
      Row(#"can(rsadecrypt("bm90aGluZw==", "no key"))"#, "false"),
      .fails(#"rsadecrypt("?", "x")"#, "must be base64-encoded"),
    ])
  func hashes(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "reckon with addresses",
    arguments: [
      Row(#"cidrhost("10.1.0.0/16", 258)"#, #""10.1.1.2""#), Row(#"cidrhost("10.1.0.0/24", -2)"#, #""10.1.0.254""#),
      Row(#"cidrhost("10.1.0.77/24", 0)"#, #""10.1.0.0""#), Row(#"cidrhost("fd00:1::/64", 16)"#, #""fd00:1::10""#),
      Row(#"cidrhost("::/0", -1)"#, #""ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff""#),
      Row(#"cidrhost("1.2.3.4/32", 0)"#, #""1.2.3.4""#),
      .fails(#"cidrhost("10.1.0.0/24", 256)"#, "prefix of 24 does not accommodate a host numbered 256"),
      .fails(#"cidrhost("10.1.0.0/24", -257)"#, "does not accommodate"),
      .fails(#"cidrhost("10.1.0.0", 1)"#, "invalid CIDR expression"),
      .fails(#"cidrhost("10.01.0.0/8", 1)"#, "invalid CIDR expression"),
      .fails(#"cidrhost("10.1.0.0/33", 1)"#, "invalid CIDR"),
      .fails(#"cidrhost("1::2::3/64", 1)"#, "invalid CIDR"), .fails(#"cidrhost("10.0.0.0/8", 0.5)"#, "whole number"),
      Row(#"cidrnetmask("172.16.0.0/12")"#, #""255.240.0.0""#), Row(#"cidrnetmask("0.0.0.0/0")"#, #""0.0.0.0""#),
      Row(#"cidrnetmask("fd00::/16")"#, #""ffff::""#), Row(#"cidrsubnet("10.0.0.0/8", 8, 3)"#, #""10.3.0.0/16""#),
      Row(#"cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)"#, #""fd00:fd12:3456:7800:a200::/72""#),
      .fails(#"cidrsubnet("10.0.0.0/8", 25, 0)"#, "insufficient address space to extend prefix of 8 by 25"),
      .fails(#"cidrsubnet("10.0.0.0/8", 2, 4)"#, "prefix extension of 2 does not accommodate a subnet numbered 4"),
      .fails(#"cidrsubnet("10.0.0.0/8", 9223372036854775807, 4)"#, "insufficient address space"),
      Row(#"cidrsubnets("10.1.0.0/16", 4, 4, 8)"#, #"["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24"]"#),
      Row(#"cidrsubnets("10.0.0.0/24", 8, 1)"#, #"["10.0.0.0/32","10.0.0.128/25"]"#),
      Row(#"cidrsubnets("10.0.0.0/24")"#, "[]"),
      .fails(#"cidrsubnets("10.0.0.0/24", 1, 1, 1)"#, "not enough remaining address space"),
      .fails(#"cidrsubnets("10.0.0.0/24", 0)"#, "at least one bit"),
      .fails(#"cidrsubnets("10.0.0.0/24", 9)"#, "too long"),
    ])
  func addresses(row: Row) { #expect(row.mismatch == nil) }

  @Test(
    "reckon with dates",
    arguments: [
      Row(#"formatdate("DD MMM YYYY hh:mm ZZZ", "2024-02-29T13:05:09Z")"#, #""29 Feb 2024 13:05 UTC""#),
      Row(
        #"formatdate("EEEE, D/M/YY h:mm aa 'at' Z", "2023-12-01T00:07:00+02:00")"#,
        #""Friday, 1/12/23 0:07 am at +02:00""#),
      Row(
        #"formatdate("MMMM HH H AA ss s 'it''s' EEE ZZZZ ZZZZZ", "2018-01-02T00:04:05-07:30")"#,
        #""January 12 12 AM 05 5 it's Tue -0730 -07:30""#),
      Row(#"formatdate("hh'h'mm Z ZZZZ", "2018-01-02T23:04:05.25Z")"#, #""23h04 Z +0000""#),
      .fails(#"formatdate("YYY", "2018-01-02T23:04:05Z")"#, "year must either be"),
      .fails(#"formatdate("ZZ", "2018-01-02T23:04:05Z")"#, "timezone must be"),
      .fails(#"formatdate("x", "2018-01-02T23:04:05Z")"#, "invalid date format verb \"x\""),
      .fails(#"formatdate("'x", "2018-01-02T23:04:05Z")"#, "unterminated literal"),
      .fails(#"formatdate("D", "2023-02-29T00:00:00Z")"#, "not a valid RFC3339 timestamp"),
      .fails(#"formatdate("D", "2023-02-28")"#, "not a valid"),
      .fails(#"formatdate("D", "2023-02-28 00:00:00Z")"#, "not a valid"),
      Row(#"timeadd("2024-02-28T23:30:00Z", "45m")"#, #""2024-02-29T00:15:00Z""#),
      Row(#"timeadd("2024-03-01T00:00:00Z", "-24h")"#, #""2024-02-29T00:00:00Z""#),
      Row(#"timeadd("2024-03-01T00:00:00.9+02:00", "100ms")"#, #""2024-03-01T00:00:01+02:00""#),
      Row(#"timeadd("1969-12-31T23:59:59Z", "-0.5s")"#, #""1969-12-31T23:59:58Z""#),
      .fails(#"timeadd("2024-03-01T00:00:00Z", "1d")"#, "invalid duration \"1d\""),
      .fails(#"timeadd("yesterday", "1h")"#, "not a valid"),
    ])
  func dates(row: Row) { #expect(row.mismatch == nil) }
}

extension String {
  /// The language has no escape for a backspace, which Go writes in two characters.
  fileprivate var replacingEscapedBackspace: String { split(separator: #"\b"#).joined() }
}
