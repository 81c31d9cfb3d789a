import TestSupport
import Testing

@testable import HCLParser

/// Decoding by field tables, with a small model of its own: nothing of it knows what a job is.
@Suite struct BlockDecoderTests {
  struct Door: BlockModel {
    var name = ""
    var width: Int?
    var opensAfter: HCLParser.Duration?
    var colours: [String]?
    var isOpen = false
    var labels: StringMap?
    var settings: FreeFormBody?
    var locks: [Lock] = []
    @OutOfLine var handle: Lock?
    var origin = Origin()

    static let schema = BlockSchema<Door>(
      "door", "A door.", hints: ["windows": "doors have no windows"],
      fields: [
        .label("name", "Name", \.name, "Its name."),
        .attribute("width", "Width", \.width, "In cm.", in: 1...500, change: .destructive),
        .attribute("opens_after", "OpensAfter", \.opensAfter, "Patience."),
        .attribute("colours", "Colours", \.colours, "From outside to inside."),
        .attribute("is_open", "IsOpen", \.isOpen, "Whether it is open."),
        .texts("labels", "Labels", \.labels, "Free texts.", orAttribute: true),
        .freeForm("settings", "Settings", \.settings, "Whatever."),
        .blocks("lock", "Locks", \.locks, "Its locks.", change: .destructive, fieldsDecide: true),
        .block("handle", "Handle", \._handle, "Its handle."),
      ])
  }

  struct Lock: BlockModel {
    var bolts = 0
    var origin = Origin()

    static let schema = BlockSchema<Lock>(
      "lock", "A lock.",
      fields: [.attribute("bolts", "Bolts", \.bolts, "How many.", required: true, default: "1")])
  }

  struct House: BlockModel {
    var doors: [Door] = []
    var origin = Origin()

    static let schema = BlockSchema<House>(
      "house", "A house.", fields: [.blocks("door", "Doors", \.doors, "Its doors.")])
  }

  private func decode(_ text: String) -> (house: House, diagnostics: [Diagnostic]) {
    let tree = SyntaxTree(parsing: SourceText(name: "house.hcl", text: text))
    var decoder = BlockDecoder(context: EvaluationContext())
    var house = House()
    decoder.decode(tree.root, as: House.schema, into: &house)
    return (house, tree.diagnostics + decoder.diagnostics)
  }

  @Test func `a body fills its model, and the model knows where`() throws {
    let text = """
      door "front" {
        width       = 100
        opens_after = "1m"
        colours     = ["red", "white"]
        labels      = { a = 1 }
        settings {
          deep { x = [true] }
        }
        lock {
          bolts = 2
        }
      }
      """
    let (house, diagnostics) = decode(text)
    #expect(diagnostics == [])
    let door = try #require(house.doors.first)
    #expect(door.name == "front" && door.width == 100 && door.opensAfter == .minutes(1) && !door.isOpen)
    #expect(door.colours == ["red", "white"])
    #expect(door.labels == ["a": "1"])
    #expect(door.locks.map(\.bolts) == [2])
    let source = SourceText(name: "", text: text)
    #expect(source.text(in: door.range(of: \.width)) == "100")
    #expect(source.text(in: door.range(of: \.colours, item: 1)) == "\"white\"")
    #expect(source.text(in: door.range(of: \.isOpen)) == "door \"front\"")
    #expect(source.text(in: door.nameRange(of: \.opensAfter)) == "opens_after")
    #expect(door.labels?.entry(named: "a")?.valuePlace.range.map { source.text(in: $0) } == "1")
  }

  @Test func `JSON goes out in the order of the rows and comes back the same`() throws {
    let (house, _) = decode(
      "door \"a\" {\n  colours = []\n  settings {\n    b = 1.5\n  }\n  handle {\n    bolts = 1\n  }\n}\n")
    let door = try #require(house.doors.first)
    let text = JSONWriter.text(door.json)
    #expect(
      text
        == #"{"Name":"a","Width":null,"OpensAfter":null,"Colours":[],"IsOpen":false,"Labels":null,"Settings":{"b":1.5},"Locks":null,"Handle":{"Bolts":1}}"#
    )
    let node = try #require(JSONText(parsing: SourceText(name: "", text: text)).root)
    var decoding = JSONDecoding()
    #expect(decoding.decode(node, as: Door.schema) == door)
    #expect(decoding.diagnostics == [])
  }

  @Test(
    arguments: [
      ("door \"a\" {\n widht = 1\n}", "\"door\" has no attribute \"widht\"", "did you mean \"width\"?"),
      ("door \"a\" {\n windows = 1\n}", "\"door\" has no attribute \"windows\"", "doors have no windows"),
      ("door \"a\" {\n bolts = 1\n}", "\"door\" has no attribute \"bolts\"", "\"bolts\" is an attribute of \"lock\""),
      (
        "door \"a\" {\n lock {\n bolts = 1\n width = 2\n}\n}", "\"lock\" has no attribute \"width\"",
        "\"width\" is an attribute of \"door\""
      ),
      ("door \"a\" {\n locks {}\n}", "\"door\" has no block \"locks\"", "did you mean \"lock\"?"),
      ("door \"a\" {\n width = 501\n}", "\"width\" takes a number from 1 to 500, not 501", nil),
      (
        "door \"a\" {\n width = 99999999999999999999\n}", "\"width\" takes a whole number, not 99999999999999999999",
        "whole numbers have 64 bits: the largest is 9223372036854775807"
      ),
      ("door \"a\" {\n lock {}\n}", "\"lock\" needs the attribute \"bolts\"", nil),
      ("door \"a\" {\n lock = {}\n}", "\"lock\" is a block, not an attribute", "write it as a block: lock { … }"),
      (
        "door \"a\" {\n lock = [{}]\n}", "\"lock\" is a block, not an attribute",
        "write one block for each item: lock { … }"
      ),
      ("door \"a\" {\n width {}\n}", "\"width\" is an attribute, not a block", "write it as: width = …"),
      ("door \"a\" {\n is_open = \"on\"\n}", "\"is_open\" takes true or false, not \"on\"", "write true"),
      (
        "door \"a\" {\n opens_after = 1.5\n}", "\"opens_after\" takes a duration such as \"30s\", not 1.5",
        "write it with a unit: \"1.5s\""
      ),
    ] as [(String, String, String?)])
  func `what does not fit is told with the way out`(text: String, summary: String, help: String?) {
    let diagnostics = decode(text).diagnostics
    #expect(diagnostics.map(\.summary) == [summary])
    #expect(diagnostics.first?.help == help)
  }

  @Test func `one cause gives one report: a value that failed to evaluate is not converted`() {
    #expect(decode("door \"a\" {\n width = nope + 1\n}").diagnostics.count == 1)
  }

  @Test func `models compare by what they say, not by where`() {
    let (one, _) = decode("door \"a\" {\n  width = 1\n}")
    let (other, _) = decode("\n\n\ndoor \"a\" { width = 1 }")
    #expect(one == other)
  }

  @Test func `the rows say what a change does`() {
    var (old, new) = (Door(), Door())
    #expect(new.change(from: old) == .none)
    new.isOpen = true
    #expect(new.change(from: old) == .inPlace)
    new.width = 3
    #expect(new.change(from: old) == .destructive)
    (old, new) = (Door(), Door())
    old.locks = [Lock()]
    new.locks = [Lock()]
    new.locks[0].bolts = 2
    // As many locks as before: what a lock says of its bolts counts.
    #expect(new.change(from: old) == .inPlace)
    new.locks.append(Lock())
    #expect(new.change(from: old) == .destructive)
  }

  @Test func `of what nobody wrote the place is the start of the file`() {
    #expect(Door().range(of: \.width) == SourceRange(0, 0))
    #expect(!Door().wrote(\.width))
  }
}
