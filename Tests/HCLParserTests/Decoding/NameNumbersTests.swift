import Testing

@testable import HCLParser

/// The numbers of names: few are looked through, many have a table.
@Suite struct NameNumbersTests {
  @Test(arguments: [1, 12, 13, 32, 33, 1000])
  func `each of many names has the number of its turn`(count: Int) {
    var numbers = NameNumbers()
    let names = (0..<count).map { "name-\($0)" }
    for name in names {
      #expect(numbers.number(of: name) == nil)
      numbers.append(name)
    }
    #expect(names.map { numbers.number(of: $0) } == (0..<count).map { $0 })
    #expect(numbers.number(of: "another") == nil)
  }

  @Test func `names that differ in bytes alone are two`() {
    var numbers = NameNumbers()
    numbers.append("caf\u{E9}")
    #expect(numbers.number(of: "cafe\u{301}") == nil)
  }
}
