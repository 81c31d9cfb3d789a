import Testing

@testable import HCLParser

struct ValueConversionTests {
  private static func shown(_ result: Result<Value, ConversionFailure>) -> String {
    switch result {
    case .success(let value): value.shown
    case .failure(let failure): "failure: \(failure.description)"
    }
  }

  static let scalars: [(Value, ValueType, String)] = [
    (.string("5"), .number, "5"), (.string("-1.5e2"), .number, "-150"),
    (.string(" 5"), .number, "failure: a number is required"),
    (.string("five"), .number, "failure: a number is required"),
    (.string(""), .number, "failure: a number is required"),
    (.string("true"), .bool, "true"), (.string("0"), .bool, "false"), (.string("1"), .bool, "true"),
    (.string("True"), .bool, "failure: a bool is required; write \"true\" in lower case"),
    (.string("yes"), .bool, "failure: a bool is required"), (.number(5), .string, "\"5\""),
    (.number(1), .bool, "failure: bool required, but have number"), (.bool(true), .string, "\"true\""),
    (.bool(true), .number, "failure: number required, but have bool"), (.string("x"), .any, "\"x\""),
    (.null(.any), .number, "null:number"),
    (.null(.list(.string)), .string, "failure: string required, but have list of string"),
    (.unknown(.string), .number, "unknown:number"), (.unknown(.any), .map(.string), "unknown:map(string)"),
    (.unknown(.number), .bool, "failure: bool required, but have number"),
    (
      .number(Number(decimal: "1e100000000") ?? Number(0)), .string, "failure: the number is too long to be written out"
    ),
  ]

  @Test(arguments: scalars) func convertsScalars(_ value: Value, _ type: ValueType, _ expected: String) {
    #expect(Self.shown(value.converted(to: type)) == expected)
  }

  static let containers: [(Value, ValueType, String)] = [
    (.tuple([.string("1"), .number(2)]), .list(.number), "list(number)[1, 2]"),
    (.tuple([.string("1"), .number(2)]), .list(.any), "list(string)[\"1\", \"2\"]"),
    (.tuple([.string("1"), .bool(true), .number(2)]), .list(.any), "list(string)[\"1\", \"true\", \"2\"]"),
    (.tuple([.bool(true), .number(2)]), .list(.any), "failure: all elements must have one type"),
    (.tuple([]), .list(.string), "list(string)[]"), (.tuple([]), .list(.any), "list(any)[]"),
    (.tuple([.string("b"), .string("a"), .string("b")]), .set(.string), "set(string)[\"a\", \"b\"]"),
    (.tuple([.number(10), .string("9"), .string("10")]), .set(.number), "set(number)[9, 10]"),
    (.tuple([.string("x")]), .list(.number), "failure: [0]: a number is required"),
    (.string("dc1"), .list(.string), "failure: list of string required, but have string"),
    (.tuple([.number(1)]), .number, "failure: number required, but have tuple"),
    (.object(["name": .string("exec")]), .string, "failure: string required, but have object"),
    (.list([.string("1")], of: .string), .tuple([.number]), "[1]"),
    (.tuple([.number(1)]), .tuple([.number, .number]), "failure: a tuple of 2 elements is required, not of 1"),
    (.tuple([.number(1), .string("a")]), .tuple([.string, .string]), "[\"1\", \"a\"]"),
    (.object(["a": .number(1), "b": .string("x")]), .map(.string), "map(string){a = \"1\", b = \"x\"}"),
    (.object(["a": .number(1), "b": .string("x")]), .map(.any), "map(string){a = \"1\", b = \"x\"}"),
    (.object(["a": .number(1), "b": .tuple([])]), .map(.any), "failure: all values must have one type"),
    (.object(["a": .string("x")]), .map(.number), "failure: .a: a number is required"),
    (.object(["a b": .string("x")]), .map(.number), "failure: [\"a b\"]: a number is required"),
    (.object(["a": .string("1"), "z": .bool(true)]), .object([.init("a", .number)]), "{a = 1}"),
    (.object([:]), .object([.init("a", .number)]), "failure: attribute \"a\" is required"),
    (.object([:]), .object([.init("a", .number, isOptional: true)]), "{a = null:number}"),
    (.map(["a": .string("1")], of: .string), .object([.init("a", .number)]), "{a = 1}"),
    (
      .map(["a": .string("1")], of: .string), .list(.string), "failure: list of string required, but have map of string"
    ),
    (
      .tuple([.object(["p": .string("x")])]), .list(.object([.init("p", .number)])),
      "failure: [0].p: a number is required"
    ),
    (.tuple([.null(.any)]), .list(.string), "list(string)[null:string]"),
    (
      .list([], of: .list(.string)), .list(.string), "failure: list of string required, but have list of list of string"
    ),
    (
      .tuple([.tuple([.number(1)]), .tuple([.string("a")])]), .list(.list(.any)),
      "list(list(string))[list(string)[\"1\"], list(string)[\"a\"]]"
    ),
  ]

  @Test(arguments: containers) func convertsContainers(_ value: Value, _ type: ValueType, _ expected: String) {
    #expect(Self.shown(value.converted(to: type)) == expected)
  }

  static let unions: [([ValueType], String)] = [
    ([], "any"), ([.any, .string], "string"), ([.number, .string], "string"), ([.bool, .string], "string"),
    ([.number, .bool], "none"), ([.number, .bool, .string], "string"), ([.number, .number], "number"),
    ([.tuple([.number, .string]), .tuple([.number])], "list(string)"),
    ([.tuple([.number]), .tuple([.string])], "tuple([string])"),
    ([.tuple([.number]), .list(.string)], "list(string)"), ([.list(.number), .list(.string)], "list(string)"),
    ([.set(.number), .set(.string)], "set(string)"), ([.list(.number), .set(.number)], "list(number)"),
    ([.object([.init("a", .number)]), .object([.init("b", .number)])], "map(number)"),
    ([.object([.init("a", .number)]), .object([.init("a", .string)])], "object({a = string})"),
    ([.object([.init("a", .number)]), .map(.string)], "map(string)"),
    ([.object([.init("a", .number)]), .object([.init("b", .list(.string))])], "none"),
    ([.object([]), .tuple([])], "none"), ([.string, .tuple([.number])], "none"), ([.any, .any], "any"),
  ]

  @Test(arguments: unions) func unifiesTypes(_ types: [ValueType], _ expected: String) {
    let unified = ValueType.unify(types)?.expressionText ?? "none"
    #expect(unified == expected)
  }

  @Test func setsHoldEachElementOnceInOrder() {
    #expect(Value.makeSet([.number(10), .number(9), .number(10)], of: .number).shown == "set(number)[9, 10]")
    #expect(Value.makeSet([.bool(true), .bool(false)], of: .bool).shown == "set(bool)[false, true]")
    // U+FF5E sorts before U+1F600 by code point, after it by UTF-16.
    let texts = Value.makeSet([.string("\u{1F600}"), .string("\u{FF5E}"), .string("Z"), .string("a")], of: .string)
    #expect(texts.elements?.compactMap(\.text) == ["Z", "a", "\u{FF5E}", "\u{1F600}"])
    let tuples = Value.makeSet(
      [.tuple([.number(2)]), .tuple([.number(1)]), .tuple([.number(2)])], of: .tuple([.number]))
    #expect(tuples.elements?.count == 2)
  }

  @Test func equalityConvertsNothing() {
    #expect(Value.number(1).isEqual(to: .string("1")) == false)
    #expect(Value.null(.string).isEqual(to: .null(.number)) == true)
    #expect(Value.tuple([.number(1)]).isEqual(to: .list([.number(1)], of: .number)) == false)
    #expect(Value.object(["a": .number(1)]).isEqual(to: .object(["a": .number(1)])) == true)
    #expect(Value.unknown(.string).isEqual(to: .string("a")) == nil)
    #expect(Value.tuple([.unknown(.any), .number(1)]).isEqual(to: .tuple([.number(1), .number(2)])) == false)
    #expect(Value.tuple([.unknown(.any), .number(1)]).isEqual(to: .tuple([.number(1), .number(1)])) == nil)
  }

  @Test func stringsAreComposedWhenTheyBecomeValues() {
    #expect(Value.normalised("e\u{301}").text?.unicodeScalars.count == 1)
    #expect("plain".normalisedC == "plain")
    #expect("grün".normalisedC.unicodeScalars.count == 4)
    #expect("\u{1100}\u{1161}\u{11A8}".normalisedC.unicodeScalars.map(\.value) == [0xAC01])
    #expect("a\u{300}\u{323}".normalisedC.unicodeScalars.map(\.value) == [0x1EA1, 0x300])
  }
}
