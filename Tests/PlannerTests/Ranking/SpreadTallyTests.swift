import Testing

@testable import Planner

@Suite struct SpreadTallyTests {
  /// A spread over values numbered in the order given.
  private func tally(
    _ targets: [(String, Int)], values: [String], count: Int = 10
  ) -> SpreadTally {
    let spread = RequestedSpread(
      attribute: "${node.datacenter}", weight: 100, targets: targets.map { .init(value: $0.0, percent: $0.1) },
      owner: .job)
    return SpreadTally(spread, groupCount: count, valueCount: values.count) {
      values.firstIndex(of: $0)
    }
  }

  private func boost(_ tally: SpreadTally, _ value: Int?) -> Double {
    var lowest = -1.0
    return tally.boost(on: value, weightSum: 100, lowest: &lowest)
  }

  @Test func `targets pull towards their share`() {
    var spread = tally([("dc1", 70), ("dc2", 30)], values: ["dc1", "dc2"])
    #expect(boost(spread, 0) == 6.0 / 7)
    #expect(boost(spread, 1) == 2.0 / 3)
    spread.add(1, on: 0)
    #expect(boost(spread, 0) == 5.0 / 7)
  }

  @Test func `the remainder goes to all values without a target together`() {
    var spread = tally([("dc1", 50)], values: ["dc1", "dc2", "dc3"])
    spread.add(1, on: 1)
    spread.add(1, on: 2)
    #expect(boost(spread, 1) == 2.0 / 5)
    #expect(boost(spread, 2) == 2.0 / 5)
  }

  @Test func `a value outside full targets is worth least`() {
    #expect(boost(tally([("dc1", 100)], values: ["dc1", "dc2"]), 1) == -1)
  }

  @Test func `a node without the attribute is worth least`() {
    #expect(boost(tally([], values: ["r1"]), nil) == -1)
    #expect(boost(tally([("r1", 50)], values: ["r1"]), nil) == -1)
  }

  @Test func `a spread counts with its share of all weights`() {
    let spread = tally([("dc1", 100)], values: ["dc1"])
    var lowest = -1.0
    #expect(spread.boost(on: 0, weightSum: 400, lowest: &lowest) == 0.9 / 4)
  }

  @Test func `a target of nothing gets the lowest boost so far`() {
    let spread = tally([("dc1", 0), ("dc2", 100)], values: ["dc1", "dc2"], count: 1)
    var lowest = -1.0
    #expect(spread.boost(on: 0, weightSum: 100, lowest: &lowest) == -1)
    var crowded = spread
    crowded.add(2, on: 1)
    #expect(crowded.boost(on: 1, weightSum: 100, lowest: &lowest) == -2)
    #expect(crowded.boost(on: 0, weightSum: 100, lowest: &lowest) == -2)
    #expect(spread.dependsOnOrder)
  }

  @Test func `an even spread favours what has fewest`() {
    var spread = tally([], values: ["r1", "r2", "r3"])
    #expect(boost(spread, 0) == 0)
    spread.add(1, on: 0)
    #expect(boost(spread, 0) == -1)
    #expect(boost(spread, 1) == 1)
    spread.add(1, on: 1)
    spread.add(1, on: 0)
    #expect(boost(spread, 1) == 1)
    #expect(boost(spread, 0) == -1)
    #expect(boost(spread, 2) == 1)
  }
}
