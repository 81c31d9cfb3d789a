import TestSupport
import Testing

@testable import HCLParser

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("Keys stay in the order given; layouts differ in blanks only")
  func layouts() {
    let value: JSONValue = ["b": [1, true, nil, [:], []], "a": ["x": "y"]]
    #expect(JSONWriter.text(value) == #"{"b":[1,true,null,{},[]],"a":{"x":"y"}}"#)
    #expect(
      JSONWriter.text(value, layout: .indented(2)) == """
        {
          "b": [
            1,
            true,
            null,
            {},
            []
          ],
          "a": {
            "x": "y"
          }
        }
        """)
  }

  @Test(
    "Doubles print as Go prints them",
    arguments: [
      (0, "0"), (-0.0, "-0"), (0.5, "0.5"), (1, "1"), (100, "100"), (1234.5, "1234.5"), (1e20, "100000000000000000000"),
      (1e21, "1e+21"), (1.5e300, "1.5e+300"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-9, "1.25e-9"),
      (0.1 + 0.2, "0.30000000000000004"), (1e16, "10000000000000000"), (123_456_789_012_345_680, "123456789012345680"),
      (-2.5, "-2.5"), (.infinity, "null"), (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func doubles(value: Double, text: String) { #expect(JSONWriter.number(value) == text) }

  @Test("Texts are escaped where JSON or Go asks for it")
  func strings() {
    #expect(JSONWriter.text("a\"\\\n\r\t\u{1}\u{2028}é<") == #""a\"\\\n\r\t\u0001\u2028é<""#)
    #expect(JSONWriter.text("<&>", escapesHTML: true) == #""\u003c\u0026\u003e""#)
  }

  @Test("What was written reads back as the same value")
  func roundTrip() throws {
    let value: JSONValue = ["s": "x\u{0}\u{1F600}", "n": .number("1.50"), "i": -7, "d": 0.25, "u": .unsigned(.max)]
    let text = JSONText(parsing: SourceText(name: "t", text: JSONWriter.text(value)))
    let root = try #require(text.root)
    #expect(JSONWriter.text(JSONValue(root)) == JSONWriter.text(value))
  }
}
