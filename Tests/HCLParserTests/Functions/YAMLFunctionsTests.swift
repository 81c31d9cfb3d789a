import HCLParser
import Testing

@Suite("Functions of YAML")
struct YAMLFunctionsTests {
  /// A call of `yamlencode`, its result compared as plain text.
  private func encoded(_ expression: String) -> String {
    let text = outcome(of: "yamlencode(\(expression))")
    guard case .string(let plain) = decoded(text) else { return text }
    return plain
  }

  private func decoded(_ json: String) -> Value {
    JSONText(parsing: SourceText(name: "", text: json)).root?.string.map { .string($0) } ?? .null(.any)
  }

  @Test(
    "write values in the reference's layout",
    arguments: [
      (#"{ list = ["a", 1], s = "x: y", n = null }"#, "\"list\":\n- \"a\"\n- 1\n\"n\": null\n\"s\": \"x: y\"\n"),
      (#""hello""#, "\"hello\"\n"), ("true", "true\n...\n"), ("0", "0\n...\n"), ("null", "null\n...\n"),
      ("{}", "{}\n"),
      ("[]", "[]\n"), (#"["b"]"#, "- \"b\"\n"), (#"[["a", "b"], []]"#, "- - \"a\"\n  - \"b\"\n- []\n"),
      (#"{ a = { b = { c = 1 } } }"#, "\"a\":\n  \"b\":\n    \"c\": 1\n"),
      (#"[{ a = 1, b = [2] }]"#, "- \"a\": 1\n  \"b\":\n  - 2\n"),
      (#"{ t = "l1\nl2\n" }"#, "\"t\": |\n  l1\n  l2\n"), (#"{ t = "l1\n\nl2" }"#, "\"t\": |-\n  l1\n\n  l2\n"),
      (#"{ t = " l1\nl2" }"#, "\"t\": |2-\n   l1\n  l2\n"), (#"{ t = "l1 \nl2" }"#, "\"t\": \"l1 \\nl2\"\n"),
      (#"[["x\n"]]"#, "- - |\n    x\n"), (#"{ t = "x\n\n" }"#, "\"t\": |+\n  x\n\n...\n"),
      (#""a\nb""#, "|-\n  a\n  b\n"),
      (#""\t\\\"é😀""#, "\"\\t\\\\\\\"é\\U0001F600\"\n"),
    ])
  func writes(expression: String, expected: String) { #expect(encoded(expression) == expected) }

  @Test(
    "read values",
    arguments: [
      ("k:\n  - one\n  - 2\nb: yes\n", #"{"b":true,"k":["one",2]}"#), ("", "error"), ("# only\n", "error"),
      ("---", "null"),
      ("~", "null"), ("hello", #""hello""#),
      ("'it''s'", #""it's""#), (#""a\tb\u00e9\x41""#, #""a\tbéA""#), ("|\n  hello\n  world", #""hello\nworld""#),
      (">\n  hello\n  world", #""hello world""#), ("!!str true", #""true""#), ("!<tag:yaml.org,2002:str> 1", #""1""#),
      ("!!int 1", "1"), ("!!binary 'aGVsbG8='", #""aGVsbG8=""#), (".5", "0.5"), ("-12", "-12"), ("0x1F", "31"),
      ("0o17", "15"), ("010", "10"),
      ("1e3", "1000"), ("1.2.3", #""1.2.3""#), ("2006-1-2", #""2006-01-02T00:00:00Z""#),
      ("{a: 1, b: true}", #"{"a":1,"b":true}"#),
      ("[a, b, true]", #"["a","b",true]"#), ("{}", "{}"), ("[]", "[]"),
      ("a: 1\nb:\n- x\n- w\nc: z\n", #"{"a":1,"b":["x","w"],"c":"z"}"#),
      ("a:\n  b:\n    c: 1\n  d: 2\n", #"{"a":{"b":{"c":1},"d":2}}"#),
      ("- a: 1\n  b: 2\n- c\n", #"[{"a":1,"b":2},"c"]"#),
      ("- - 1\n  - 2\n- 3\n", "[[1,2],3]"), ("-\n  a: 1\n-\n", #"[{"a":1},null]"#),
      ("a:\nb: 1", #"{"a":null,"b":1}"#),
      ("a: |\n  x\n   y\n\n  z\nb: 1", #"{"a":"x\n y\n\nz\n","b":1}"#), ("a: |-\n  x\n\n", #"{"a":"x"}"#),
      ("a: |+\n  x\n\nb: 1", #"{"a":"x\n\n","b":1}"#),
      ("a: >\n  x\n  y\n\n  z\n    w\n  v\n", #"{"a":"x y\nz\n  w\nv\n"}"#), ("a: |2\n   x\n", #"{"a":" x\n"}"#),
      ("- |\n x\n- w", #"["x\n","w"]"#),
      ("a: x\n  y\n\n  z\n", #"{"a":"x y\nz"}"#), ("a: 'x\n  y'\n", #"{"a":"x y"}"#),
      ("a: \"x\\\n  y\"\n", #"{"a":"xy"}"#),
      ("foo: &bar\n  - x\nbar: *bar\n", #"{"bar":["x"],"foo":["x"]}"#), ("a: &x 1\nb: *x", #"{"a":1,"b":1}"#),
      ("base: &b {x: 1, w: 2}\nt:\n  w: 3\n  <<: *b\n", #"{"base":{"w":2,"x":1},"t":{"w":2,"x":1}}"#),
      ("a: 1 # c\n# c\nb: x#y\n", #"{"a":1,"b":"x#y"}"#), ("---\na: 1\n...\n", #"{"a":1}"#),
      ("%YAML 1.1\n---\n- a\n", #"["a"]"#), ("%YAML 1.2\n---\n- a\n", "error"),
      ("url: http://x:80/y\n", #"{"url":"http://x:80/y"}"#),
      ("\"k k\": 1\n'q': 2\n3: x\n", #"{"3":"x","k k":1,"q":2}"#),
      ("a: [1,\n  2, # c\n  {b: c, d}]\n", #"{"a":[1,2,{"b":"c","d":null}]}"#),
      ("[a: 1, \"b\":2]", #"[{"a":1},{"b":2}]"#),
      ("a: {x: http://y, z: [p]}\r\nb: 1\r\n", #"{"a":{"x":"http://y","z":["p"]},"b":1}"#), ("a: - b", "error"),
      ("a: b: c", "error"),
      ("a: [1", "error"), ("a: 'x", "error"), ("*nope", "error"), ("foo: &bar\n  - x\n  - *bar\n", "error"),
      ("!!nope foo", "error"),
      ("? a\n: b", #"{"a":"b"}"#), ("? [a]\n: b", "error"), ("a: 1\n  b: 2\n", "error"), ("a: 1\n---\nb: 2\n", "error"),
      ("- a\nb: 1\n", "error"),
      (".nan", "error"),
      ("a: @x", "error"), ("a:\n\tb: 1\n", "error"), ("!!bool bananas", "error"), ("{[a]: 1}", "error"),
      ("a: 1\nb\n", "error"),
      ("\"x\" y", "error"), ("a: *x y", "error"), ("null: 1", "error"),
    ])
  func reads(yaml: String, expected: String) {
    let actual = outcome(of: "yamldecode(\(literal(yaml)))")
    #expect(expected == "error" ? actual.hasPrefix("error: ") : actual == expected, "gave \(actual)")
  }

  /// A text as an expression.
  private func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  @Test("say where a document is broken")
  func placesOfFaults() {
    #expect(outcome(of: #"yamldecode("a: 1\nb: [\n")"#).contains("on line 2, column 4"))
    #expect(
      outcome(of: #"yamldecode("foo: &bar\n  - x\n  - *bar\n")"#).contains(
        "on line 3, column 5: cannot refer to anchor \"bar\" from inside its own definition"))
  }

  @Test("refuse aliases that would fill memory, and endless nesting")
  func bounds() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<12 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
    }
    #expect(outcome(of: "yamldecode(\(literal(bomb)))").contains("aliases make the document too large"))
    let deep = String(repeating: "[", count: 5000)
    #expect(outcome(of: "yamldecode(\"\(deep)\")").contains("nests more than"))
    #expect(outcome(of: "yamldecode(\(literal(String(repeating: "- ", count: 5000))))").contains("nests more than"))
  }

  @Test(
    "read back what they wrote",
    arguments: [
      #"{ a = [1, "x\ny\n", {}], b = { c = null, d = true }, e = " x\n\n" }"#,
      #"["multi\nline", "-", "yes", "12", "-no"]"#,
      #"{ "a: b" = "", "k" = [[], [[1]]] }"#,
    ])
  func roundTrip(expression: String) {
    #expect(outcome(of: "yamldecode(yamlencode(\(expression)))") == outcome(of: expression))
  }
}
