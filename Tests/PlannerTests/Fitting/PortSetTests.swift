import TestSupport
import Testing

@testable import Planner

@Suite struct PortSetTests {
  @Test func `a port is taken once`() {
    var ports = PortSet()
    #expect(!ports.contains(80))
    let first = ports.insert(80)
    #expect(first)
    let second = ports.insert(80)
    #expect(!second)
    #expect(ports.contains(80))
    #expect(!ports.contains(81))
  }

  @Test func `numbers that are no ports are never taken`() {
    var ports = PortSet()
    let taken = [-1, 65_536, 65_535].map { ports.insert($0) }
    #expect(taken == [false, false, true])
    #expect(!ports.contains(-1))
    #expect(!ports.contains(65_536))
  }

  @Test func `the lowest free port passes over taken and excluded ones`() {
    var ports = PortSet()
    ports.insert(20_000...20_100)
    #expect(ports.lowestFree(in: 20_000...32_000) == 20_101)
    #expect(ports.lowestFree(in: 20_000...32_000, excluding: [20_101, 20_102]) == 20_103)
    #expect(ports.lowestFree(in: 20_000...20_100) == nil)
    #expect(ports.lowestFree(in: 20_000...20_101, excluding: [20_101]) == nil)
    #expect(ports.lowestFree(in: 1...10) == 1)
  }

  @Test func `agrees with a plain set over random ports`() {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    var ports = PortSet()
    var plain: Set<Int> = []
    for _ in 0..<3000 {
      let port = Int.random(in: 0...65_535, using: &generator)
      let isNew = ports.insert(port)
      #expect(isNew == plain.insert(port).inserted, "seed \(seed)")
      let low = Int.random(in: 0...65_535, using: &generator)
      let range = low...min(65_535, low + Int.random(in: 0...300, using: &generator))
      #expect(ports.lowestFree(in: range) == range.first { !plain.contains($0) }, "seed \(seed)")
      #expect(ports.count(in: range) == range.count { plain.contains($0) }, "seed \(seed)")
    }
    #expect(ports.ports == plain.sorted())
  }

  @Test func `a union holds the ports of both`() {
    var left = PortSet()
    left.insert(22)
    var right = PortSet()
    right.insert(14_000...14_512)
    left.formUnion(right)
    #expect(left.ports == [22] + Array(14_000...14_512))
    #expect(right.count(in: 0...65_535) == 513)
  }
}

@Suite struct PortSpecificationTests {
  @Test(
    arguments: [
      ("", []), ("  ", []), ("22", [22...22]), ("22,80,8500-8600", [22...22, 80...80, 8500...8600]),
      (" 22 , 80 - 81 ", [22...22, 80...81]), ("65536", [65_536...65_536]),
    ] as [(String, [ClosedRange<Int>])])
  func `lists of numbers and ranges are read`(text: String, ranges: [ClosedRange<Int>]) {
    #expect(PortSpecification(text)?.ranges == ranges)
  }

  @Test(arguments: ["0", "80-79", "70000", "a", "1,,2", "1-2-3", "-1", "1,", "99999999999999999999"])
  func `anything else is refused`(text: String) {
    #expect(PortSpecification(text) == nil)
  }
}
