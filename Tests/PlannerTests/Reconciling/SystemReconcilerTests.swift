import HCLParser
import Testing

@testable import Planner

@Suite("Reconciling a system job")
struct SystemReconcilerTests {
  private let usable = SystemReconciler.NodeStanding(condition: .usable, isReady: true, isCandidate: true)

  private func instance(_ change: (inout RunningInstance) -> Void = { _ in }) -> RunningInstance {
    var instance = RunningInstance(
      number: 0, id: "a", name: "agent.g[0]", index: 0, group: "g", node: 0, nodeID: "n", nodeName: "n")
    change(&instance)
    return instance
  }

  private func steps(
    _ instances: [RunningInstance], _ node: SystemReconciler.NodeStanding? = nil, kind: JobKind = .system,
    isWanted: Bool = true, change: ChangeKind = .none
  ) -> [SystemReconciler.Step] {
    SystemReconciler(jobKind: kind).steps(instances, on: node ?? usable, isWanted: isWanted) { _ in change }
  }

  @Test("A node without an instance gets one, if it is a candidate")
  func place() {
    #expect(steps([]) == [.place])
    #expect(steps([], .init(condition: .usable, isReady: true, isCandidate: false)) == [])
    #expect(steps([], .init(condition: .draining, isReady: false, isCandidate: false)) == [])
    #expect(steps([], isWanted: false) == [])
  }

  @Test("An instance stays, is updated, or is replaced, as the change says")
  func update() {
    let running = instance()
    #expect(steps([running]) == [.ignore(running)])
    #expect(steps([running], change: .inPlace) == [.inPlace(running)])
    #expect(steps([running], change: .destructive) == [.destructive(running)])
    let current = instance { $0.isCurrent = true }
    #expect(steps([current], change: .destructive) == [.ignore(current)])
  }

  @Test("An instance stops where it is not wanted any more")
  func stop() {
    let running = instance()
    let stop = [SystemReconciler.Step.stop(running, reason: "alloc not needed due to job update", clientStatus: "")]
    #expect(steps([running], isWanted: false) == stop)
    #expect(steps([running], .init(condition: .usable, isReady: true, isCandidate: false)) == stop)
    #expect(steps([running], .init(condition: .usable, isReady: false, isCandidate: false)) == [.ignore(running)])
  }

  @Test("Draining and dead nodes")
  func tainted() {
    let running = instance()
    let migrating = instance { $0.wantsMigration = true }
    let draining = SystemReconciler.NodeStanding(condition: .draining, isReady: false, isCandidate: false)
    let down = SystemReconciler.NodeStanding(condition: .down, isReady: false, isCandidate: false)
    #expect(steps([running], draining) == [.ignore(running)])
    #expect(steps([migrating], draining) == [.migrate(migrating)])
    #expect(steps([running], down) == [.lost(running)])
  }

  @Test("What a sysbatch job has done on a node is not done again")
  func sysbatch() {
    let ended = instance {
      $0.clientStatus = "complete"
      $0.ranSuccessfully = true
    }
    #expect(steps([ended], kind: .sysbatch) == [.ignore(ended)])
    #expect(steps([ended], kind: .sysbatch, change: .destructive) == [.destructive(ended)])
    #expect(steps([ended], kind: .system) == [.place])
  }
}
