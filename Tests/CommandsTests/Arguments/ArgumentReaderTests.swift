import Testing

@testable import Commands

@Suite struct ArgumentReaderTests {
  static let check = CommandOption("check", .flag(byDefault: false), "check")
  static let write = CommandOption("write", .flag(byDefault: true), "write")
  static let variable = CommandOption("var", .value("NAME=VALUE", .nothing), "variable", isRepeatable: true)
  static let format = CommandOption("format", .choice(["text", "json"]), "format")
  static let limit = CommandOption("limit", .value("N", .nothing), "limit")
  static let reader = ArgumentReader(table: OptionTable([check, write, variable, format, limit]))

  @Test(
    arguments: [
      ["-check"], ["--check"], ["-check=true"], ["--check=1"], ["--check=T"], ["a", "-check", "b"],
    ])
  func aFlagIsSwitchedOn(_ arguments: [String]) throws {
    #expect(try Self.reader.read(arguments).isOn(Self.check))
  }

  @Test(arguments: [["-write=false"], ["--write=0"], ["--write=F"], ["--write", "--write=false"]])
  func aFlagThatIsOnByDefaultIsSwitchedOff(_ arguments: [String]) throws {
    #expect(try !Self.reader.read(arguments).isOn(Self.write))
  }

  @Test func aFlagDoesNotEatTheWordAfterIt() throws {
    let parsed = try Self.reader.read(["-check", "false"])
    #expect(parsed.isOn(Self.check))
    #expect(parsed.operands == ["false"])
  }

  @Test(arguments: [["-var", "a=b=c"], ["--var", "a=b=c"], ["-var=a=b=c"], ["--var=a=b=c"]])
  func aValueComesAfterABlankOrAnEqualsSign(_ arguments: [String]) throws {
    #expect(try Self.reader.read(arguments).values(Self.variable) == ["a=b=c"])
  }

  @Test func aRepeatedOptionKeepsItsOrder() throws {
    #expect(try Self.reader.read(["-var", "b=1", "x", "-var=a=2"]).values(Self.variable) == ["b=1", "a=2"])
  }

  @Test func aValueMayBeginWithADash() throws {
    #expect(try Self.reader.read(["--var", "-x"]).values(Self.variable) == ["-x"])
  }

  @Test func twoDashesEndTheOptions() throws {
    #expect(try Self.reader.read(["-check", "--", "-write", "--", "-"]).operands == ["-write", "--", "-"])
  }

  @Test func oneDashIsAnOperand() throws {
    #expect(try Self.reader.read(["-", "-check"]).operands == ["-"])
  }

  @Test func aChoiceHasItsFirstWordByDefault() throws {
    #expect(try Self.reader.read([]).value(Self.format) == "text")
    #expect(try Self.reader.read(["--format", "json"]).value(Self.format) == "json")
  }

  @Test(
    arguments: [
      (["--frmat", "json"], "unknown flag \"--frmat\"", "did you mean \"--format\"?"),
      (["---check"], "unknown flag \"---check\"", ""),
      (["--format", "jsn"], "flag \"--format\" takes \"text\" or \"json\", not \"jsn\"", "did you mean \"json\"?"),
      (["--format"], "flag \"--format\" needs a value: text, json", ""),
      (["--var"], "flag \"--var\" needs a value: NAME=VALUE", ""),
      (["--check=maybe"], "flag \"--check\" takes \"true\" or \"false\", not \"maybe\"", ""),
      (["--=x"], "unknown flag \"--=x\"", ""),
    ])
  func wrongUseSaysWhatWasTypedAndWhatIsExpected(_ arguments: [String], _ message: String, _ hint: String) {
    let misuse = #expect(throws: Misuse.self) { try Self.reader.read(arguments) }
    #expect(misuse?.message == message)
    if !hint.isEmpty { #expect(misuse?.hint == hint) }
  }

  @Test(arguments: ["x", "-1", "", "1.5", "99999999999999999999"]) func aCountIsAWholeNumber(_ text: String) throws {
    let parsed = try Self.reader.read(["--limit=" + text])
    #expect(throws: Misuse.self) { try parsed.count(Self.limit) }
  }
}
