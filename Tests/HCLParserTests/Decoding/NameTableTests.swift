import Testing

@testable import HCLParser

@Suite struct NameTableTests {
  @Test func `every name is found by its number and no other is`() {
    let names = (0..<100).map { "name\($0 * 7)" }
    let table = NameTable(names)
    for (number, name) in names.enumerated() { #expect(table.index(of: name) == number) }
    #expect(table.index(of: "name1") == nil)
    #expect(table.index(of: "") == nil)
  }

  @Test func `of equal names the first keeps its number, and empty ones are not found`() {
    let table = NameTable(["", "a", "a", ""])
    #expect(table.index(of: "a") == 1)
    #expect(table.index(of: "") == nil)
  }
}
