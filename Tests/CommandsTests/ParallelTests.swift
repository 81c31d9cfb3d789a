import Testing

@testable import Commands

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 3, 8]) func resultsComeInTheOrderOfTheInput(_ threads: Int) {
    let inputs = Array(0..<500)
    #expect(Parallel.map(inputs, threads: threads) { $0 * 2 } == inputs.map { $0 * 2 })
  }

  @Test func nothingInGivesNothingOut() { #expect(Parallel.map([Int](), threads: 4) { $0 } == []) }
}
