import Foundation
import TestSupport
import Testing

@testable import HCLParser

@Suite("JSON texts")
struct JSONTextTests {
  private func parse(_ text: String) -> JSONText { JSONText(parsing: SourceText(name: "t.json", text: text)) }

  @Test("Values keep their kind, their range and their content")
  func values() throws {
    let text = #" {"a": [1, -2.5e3, "x\ny", true, null], "b": {}} "#
    let root = try #require(parse(text).root)
    #expect(root.kind == .object)
    #expect(root.range == SourceRange(1, text.utf8.count - 1))
    let list = Array(try #require(root["a"]).elements)
    #expect(list.map(\.kind) == [.number, .number, .string, .bool, .null])
    #expect(list[0].int == 1)
    #expect(list[1].double == -2500)
    #expect(list[1].int == nil)
    #expect(list[2].string == "x\ny")
    #expect(list[3].bool == true)
    #expect(root["b"]?.members.map(\.key) == [])
    #expect(root["c"] == nil)
  }

  @Test("Repeated keys are kept in order, and the last one wins")
  func repeatedKeys() throws {
    let root = try #require(parse(#"{"a": 1, "b": 2, "a": 3}"#).root)
    #expect(root.members.map(\.key) == ["a", "b", "a"])
    #expect(root["a"]?.int == 3)
  }

  @Test("Large maps of texts are read without a view for each member, unless one is not plain")
  func plainTexts() throws {
    let root = try #require(
      parse(#"{"a": {"x": "1", "y": ""}, "b": {"x": "\n"}, "c": {"x": 1}, "d": {}, "e": []}"#).root)
    let members = try #require(root["a"]?.plainTextMembers)
    let texts = members.map { [$0.key, $0.value].map { String(decoding: root.sourceBytes[$0], as: UTF8.self) } }
    #expect(texts == [["x", "1"], ["y", ""]])
    #expect(root["b"]?.plainTextMembers == nil)
    #expect(root["c"]?.plainTextMembers == nil)
    #expect(root["d"]?.plainTextMembers?.count == 0)
    #expect(root["e"]?.plainTextMembers == nil)
    #expect(root.hasMember(named: ["z", "e"]) && !root.hasMember(named: ["x"]))
  }

  @Test("Keys are compared byte by byte, also where they are written with escapes")
  func keys() throws {
    let root = try #require(parse("{\"e\\u0301\": 1, \"\u{e9}\": 2}").root)
    #expect(root["e\u{301}"]?.int == 1)
    #expect(root["\u{e9}"]?.int == 2)
  }

  @Test(
    "Escapes give the text they stand for",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#""\u0041\u00e9\u20ac""#, "A\u{e9}\u{20ac}"),
      (#""\ud83d\ude00""#, "\u{1F600}"),
      (#""\ud83d""#, "\u{FFFD}"),
      (#""\ude00x""#, "\u{FFFD}x"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"),
      (#""\ud83d\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
    ])
  func escapes(written: String, meant: String) throws {
    let root = try #require(parse(written).root)
    #expect(root.string.map { Array($0.utf8) } == Array(meant.utf8))
  }

  @Test(
    "Numbers are read exactly or not at all",
    arguments: [
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("1.0", nil),
      ("1e3", nil), ("-0", 0),
    ] as [(String, Int?)])
  func integers(written: String, value: Int?) throws {
    #expect(try #require(parse(written).root).int == value)
  }

  @Test("A number beyond the greatest double is no double")
  func hugeNumber() throws { #expect(try #require(parse("1e999").root).double == nil) }

  @Test(
    "Broken texts are refused where they break",
    arguments: [
      ("", 0, "the text is empty, expected a JSON value"),
      (" [1,]", 3, "a comma stands before \"]\""),
      (#"{"a":1,}"#, 6, "a comma stands before \"}\""),
      ("[1 2]", 3, "expected \",\" or \"]\" after the value, found \"2\""),
      (#"{"a" 1}"#, 5, "expected \":\" after the key, found \"1\""),
      (#"{a: 1}"#, 1, "expected a key in double quotes, found \"a\""),
      ("['x']", 1, "expected a JSON value, found \"'\""),
      ("[1] x", 4, "expected the end of the text after the JSON value, found \"x\""),
      ("[01]", 1, "\"01\" is not a JSON number"),
      ("[1.]", 1, "\"1.\" is not a JSON number"),
      ("[-]", 1, "\"-\" is not a JSON number"),
      ("[+1]", 1, "expected a JSON value, found \"+\""),
      ("[.5]", 1, "expected a JSON value, found \".\""),
      ("[1e]", 1, "\"1e\" is not a JSON number"),
      ("[0x10]", 1, "\"0x10\" is not a JSON number"),
      ("[True]", 1, "\"True\" is not a JSON value"),
      ("[nul]", 1, "\"nul\" is not a JSON value"),
      ("[truex]", 1, "\"truex\" is not a JSON value"),
      ("[NaN]", 1, "\"NaN\" is not a JSON value"),
      ("[\"a\nb\"]", 3, "a line ends inside text"),
      ("[\"a\tb\"]", 3, "control character 0x09 inside text"),
      (#"["\x"]"#, 2, #""\x" is not an escape of JSON"#),
      (#"["\u12G4"]"#, 2, #""\u12G4" is not an escape of JSON"#),
      (#"["\u12"#, 2, #""\u12" is not an escape of JSON"#),
      (#"["abc"#, 5, "the text ends before a closing quote"),
      (#"["abc\"#, 6, "the text ends before a closing quote"),
      (#"{"a": [1"#, 8, "the text ends before a closing \"]\""),
      (#"{"a": "#, 6, "the text ends before a closing \"}\""),
      ("[1] // x", 4, "expected the end of the text after the JSON value, found \"/\""),
      ("]", 0, "expected a JSON value, found \"]\""),
      ("[}", 1, "expected a JSON value, found \"}\""),
    ])
  func broken(text: String, offset: Int, summary: String) {
    let parsed = parse(text)
    #expect(parsed.root == nil)
    #expect(parsed.diagnostics.map(\.summary) == [summary])
    #expect(parsed.diagnostics.map(\.range.start) == [offset])
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let source = SourceText(name: "t.json", bytes: Array("[\"".utf8) + bytes + Array("\"]".utf8))
    let parsed = JSONText(parsing: source)
    #expect(parsed.root == nil)
    #expect(parsed.diagnostics.map(\.range.start) == [2])
  }

  @Test("A byte order mark at the start is passed over")
  func byteOrderMark() { #expect(parse("\u{FEFF}[1]").root?.kind == .array) }

  @Test("Nesting is bounded, so that no reader overflows the stack")
  func nesting() {
    let deep = String(repeating: "[", count: JSONParser.nestingBound)
    #expect(parse(deep + String(repeating: "]", count: JSONParser.nestingBound)).root != nil)
    let parsed = parse(String(repeating: "[", count: 1_000_000))
    #expect(parsed.diagnostics.map(\.rule) == [.syntaxJSONNesting])
  }

  @Test("The fix of a trailing comma mends the text")
  func fix() throws {
    let source = SourceText(name: "t.json", text: "[1, 2 , ]")
    let fix = try #require(JSONText(parsing: source).diagnostics.first?.fixes.first)
    let mended = try #require(TextEdit.apply(fix.edits, to: source.bytes))
    #expect(JSONText(parsing: SourceText(name: "t.json", bytes: mended)).root != nil)
  }

  @Test("Several values may stand one after another where that is asked for")
  func sequence() {
    let text = JSONText(parsingSequence: SourceText(name: "t", text: "{\"a\":1}\n{\"a\":2}\n\n[3]"))
    #expect(text.roots.map(\.kind) == [.object, .object, .array])
    #expect(JSONText(parsingSequence: SourceText(name: "t", text: " \n")).roots.isEmpty)
    #expect(JSONText(parsingSequence: SourceText(name: "t", text: "1 ]")).diagnostics.count == 1)
  }

  @Test("Damaged texts never trap, and ranges stay inside the text")
  func mutations() throws {
    let seedText = Array(
      #"{"Nodes":[{"ID":"a\u00e9\ud83d\ude00","N":[1,-2.5e3,true,null],"A":{"k":"v"}}],"x":{}}"#.utf8)
    for seed in UInt64(0)..<3000 {
      let bytes = Mutation.mutated(seedText, seed: seed, edits: 3)
      let text = JSONText(parsing: SourceText(name: "t", bytes: bytes))
      #expect((text.root == nil) == !text.diagnostics.isEmpty, "seed \(seed)")
      for diagnostic in text.diagnostics { #expect(diagnostic.range.end <= bytes.count, "seed \(seed)") }
      if let root = text.root { #expect(check(root, inside: 0..<bytes.count), "seed \(seed)") }
      // An independent reader accepts what ours accepts. (It is laxer in some places, so not the other way round.)
      if text.root != nil, !bytes.contains(0) {
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil
            || String(decoding: bytes, as: UTF8.self).contains("\\u"), "seed \(seed)")
      }
    }
  }

  private func check(_ node: JSONNode, inside outer: Range<Int>) -> Bool {
    let range = node.range.start..<node.range.end
    guard outer.lowerBound <= range.lowerBound, range.upperBound <= outer.upperBound, !range.isEmpty else {
      return false
    }
    _ = (node.string, node.int, node.double, node.bool)
    return node.elements.allSatisfy { check($0, inside: range) }
      && node.members.allSatisfy { check($0.keyNode, inside: range) && check($0.value, inside: range) }
  }
}
