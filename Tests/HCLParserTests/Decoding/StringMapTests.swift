import Testing

@testable import HCLParser

@Suite struct StringMapTests {
  private func map(_ names: [String]) -> StringMap {
    StringMap(names.enumerated().map { StringMap.Entry($1, "\($0)") })
  }

  @Test func entriesAreSortedByTheirBytes() {
    #expect(
      map(["b", "a", "é", "Z", "e\u{301}"]).names.map { Array($0.utf8) }
        == ["Z", "a", "b", "e\u{301}", "é"].map { Array($0.utf8) })
  }

  @Test func ofEntriesWithOneNameTheLastWins() {
    let map = map(["b", "a", "b", "c", "a", "b"])
    #expect(map.map { $0.name + $0.value } == ["a4", "b5", "c3"])
  }

  @Test func makingItAtOnceAndOneByOneIsTheSame() {
    let names = (0..<500).map { "n\($0 * 7919 % 211)" }
    var single = StringMap()
    for (number, name) in names.enumerated() { single.set(StringMap.Entry(name, "\(number)")) }
    #expect(map(names) == single)
  }
}
