import Foundation
import TestSupport
import Testing

@testable import Planner

@Suite struct FitScoreTests {
  @Test func `powers of ten agree with the system's library`() {
    let power = PowerOfTen()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let exponent = Double.random(in: -4...1, using: &generator)
      let expected = pow(10, exponent)
      #expect(abs(power(exponent) - expected) <= 2 * expected.ulp, "10^\(exponent)")
    }
    #expect(power(0) == 1)
    #expect(power(1) == 10)
    #expect(power(-1000) == 0)
    #expect(power(1000) == .infinity)
    #expect(power(.nan).isNaN)
    #expect(power(-.infinity) == 0)
  }

  // Observed with the reference: Corpus/Conformance/plan, scheduler-algorithm-binpack and others.
  @Test(arguments: [
    (200, 128, 4000, 8192, 0.08004857886391964), (3000, 100, 4000, 8192, 0.4721602445485613),
    (3900, 100, 4000, 8192, 0.5121061159297633), (5000, 384, 4000, 8192, 0.5811548527964727),
  ])
  func `binpack favours the fuller node`(cpu: Int, memory: Int, nodeCPU: Int, nodeMemory: Int, expected: Double) {
    let score = FitScore(.binpack).score(
      usedCPU: cpu, usedMemory: memory, availableCPU: nodeCPU, availableMemory: nodeMemory)
    #expect(abs(score - expected) < 1e-12)
  }

  @Test func `spread is its mirror`() {
    let spread = FitScore(.spread).score(usedCPU: 1000, usedMemory: 2048, availableCPU: 4000, availableMemory: 8192)
    #expect(abs(spread - 0.513711) < 1e-5)
  }

  @Test func `scores stay between nothing and one`() {
    for algorithm in SchedulerSettings.Algorithm.allCases {
      let score = FitScore(algorithm)
      #expect(score.score(usedCPU: 1_000_000, usedMemory: 1_000_000, availableCPU: 1, availableMemory: 1) <= 1)
      #expect(score.score(usedCPU: 0, usedMemory: 0, availableCPU: 10, availableMemory: 10) >= 0)
    }
    #expect(FitScore(.binpack).score(usedCPU: 0, usedMemory: 1, availableCPU: 0, availableMemory: 10).isNaN)
  }

  @Test func `pushing out low priorities costs little`() {
    #expect(abs(PreemptionScore.score(of: [20]) - 0.9999405074518432) < 1e-12)
    #expect(abs(PreemptionScore.score(of: [10, 10]) - 0.9999430226637565) < 1e-12)
  }
}
