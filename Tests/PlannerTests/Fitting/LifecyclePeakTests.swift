import Testing

@testable import Planner

@Suite struct LifecyclePeakTests {
  private func peak(_ amounts: [(Int, RequestedTask.Phase)]) -> Int {
    var peak = LifecyclePeak()
    for (amount, phase) in amounts { peak.add(amount, in: phase) }
    return peak.value
  }

  @Test func `phases that follow one another count once, sidecars always`() {
    #expect(peak([(500, .prestart), (250, .prestartSidecar), (400, .main), (100, .poststop)]) == 750)
    #expect(peak([(64, .prestart), (128, .prestartSidecar), (256, .main), (300, .poststop)]) == 428)
  }

  @Test func `poststart tasks count for nothing`() {
    #expect(peak([(1500, .main), (1000, .poststart), (900, .poststartSidecar), (3900, .poststop)]) == 3900)
  }

  @Test func `huge amounts stop at the largest number`() {
    #expect(peak([(Int.max, .main), (Int.max, .main), (1, .prestartSidecar)]) == Int.max)
  }
}

@Suite struct CoreAllocatorTests {
  @Test func `the lowest free cores are given`() {
    #expect(CoreAllocator.cores(2, of: [0, 1, 2, 3], taken: [1]) == [0, 2])
    #expect(CoreAllocator.cores(3, of: [0, 1, 2, 3], taken: [1, 2]) == nil)
    #expect(CoreAllocator.cores(0, of: [], taken: []) == [])
  }

  @Test func `cores stand for their part of the node's shares`() {
    #expect(CoreAllocator.shares(of: 2, nodeShares: 8000, totalCores: 4) == 4000)
    #expect(CoreAllocator.shares(of: 3, nodeShares: 8000, totalCores: 3) == 7998)
    #expect(CoreAllocator.shares(of: 3, nodeShares: 8000, totalCores: 0) == 0)
  }
}
