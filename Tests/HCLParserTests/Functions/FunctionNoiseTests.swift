import TestSupport
import Testing

@testable import HCLParser

/// No text makes a function trap, whatever it says. The seed stands in the failure.
@Suite("Functions on noise")
struct FunctionNoiseTests {
  static let rounds = 400

  private func call(_ name: String, _ arguments: [Value]) {
    guard let function = FunctionLibrary.standard[name], case .strict(let body) = function.body else { return }
    _ = try? body(arguments, FunctionEnvironment())
  }

  @Test("YAML", arguments: [1, 2, 3] as [UInt64])
  func yaml(seed: UInt64) {
    let pieces = [
      "a", "b: ", "- ", "\n", "\n  ", "\n ", "  ", "[", "]", "{", "}", ",", ":", "\"", "'", "|", ">", "&x ", "*x",
      "!!str ", "#", "---", "...",
      "\t", "? ", "<<: ", "1", "é", "\\", "%", "~", "\r\n", "|2-\n", ">+\n",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      call("yamldecode", [.string(text)])
    }
  }

  @Test("Formats, dates, globs, addresses and comma-separated values", arguments: [4, 5] as [UInt64])
  func small(seed: UInt64) {
    let pieces = [
      "%", "s", "d", "v", "q", ".", "5", "0", "-", "+", "#", "[", "]", "1", "e", "f", "g", "x", "YYYY", "MM", "'", "Z",
      "a", ":", "/", "24", "::",
      "*", "**", "?", "{", "}", ",", "\"", "\n", "^", "é", "10.", "T", "\\",
    ]
    var generator = SeededGenerator(seed: seed)
    let numbers: [Number] = [
      Number(0), Number(-1), Number(Int.max), Number(Int.min), Number(0.5), Number(Double.infinity),
      Number(decimal: "1e5000") ?? Number(1),
    ]
    for _ in 0..<Self.rounds {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let number = Value.number(numbers.randomElement(using: &generator) ?? Number(0))
      call("format", [.string(text), number])
      call("format", [.string(text), .string(text), number, .null(.any)])
      call("formatlist", [.string(text), .tuple([number, .string(text)])])
      call("formatdate", [.string(text), .string("2024-02-29T13:05:09Z")])
      call("timeadd", [.string("2024-02-29T13:05:09Z"), .string(text)])
      call("timeadd", [.string(text), .string("1h")])
      call("cidrhost", [.string(text), number])
      call("cidrsubnet", [.string(text), number, number])
      call("cidrsubnets", [.string(text), number, number])
      call("cidrhost", [.string("10.0.0.0/8"), number])
      call("cidrsubnet", [.string("fd00::/8"), number, number])
      call("cidrsubnets", [.string("fd00::/8"), number, number])
      call("csvdecode", [.string(text)])
      call("jsondecode", [.string(text)])
      call("substr", [.string(text), number, number])
      call("indent", [number, .string(text)])
      call("parseint", [.string(text), number])
      call("base64decode", [.string(text)])
      call("uuidv5", [.string(text), .string(text)])
      call("rsadecrypt", [.string(text), .string(text)])
      for name in ["abs", "ceil", "floor", "signum"] { call(name, [number]) }
      for name in ["log", "pow", "max", "range"] { call(name, [number, number]) }
      call("range", [number, number, number])
      call("slice", [.tuple([number]), number, number])
      call("element", [.tuple([number]), number])
      call("chunklist", [.list([number], of: .number), number])
      call("jsonencode", [.tuple([number, .string(text)])])
      call("yamlencode", [.tuple([number, .string(text)])])
      call("regex_replace", [.string(text), .string(text), .string(text)])
      _ = GlobPattern(text)?.matches(text)
      _ = PathText.folder(of: text)
      _ = PathText.lastPart(of: text)
    }
  }
}
