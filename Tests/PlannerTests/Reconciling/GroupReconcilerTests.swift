import HCLParser
import JobSpec
import Testing

@testable import Planner

@Suite("Reconciling a group")
struct GroupReconcilerTests {
  private func group(_ count: Int, maxParallel: Int = 1, canary: Int = 0) -> TaskGroup {
    var group = TaskGroup()
    group.name = "web"
    group.count = count
    var update = UpdatePolicy()
    update.maxParallel = maxParallel
    update.canary = canary
    group.update = update
    var reschedule = ReschedulePolicy()
    reschedule.unlimited = true
    reschedule.delay = .second
    group.reschedule = reschedule
    return group
  }

  private func running(_ indexes: ClosedRange<Int>, _ change: (inout RunningInstance) -> Void = { _ in })
    -> [RunningInstance]
  {
    indexes.map { index in
      var instance = RunningInstance(
        number: index, id: "id-\(index)", name: "app.web[\(index)]", index: index, group: "web", node: 0,
        nodeID: "node-\(index)", nodeName: "n\(index)")
      change(&instance)
      return instance
    }
  }

  private func counts(_ updates: DesiredUpdates) -> String {
    let named = [
      ("ignore", updates.ignore), ("place", updates.place), ("migrate", updates.migrate), ("stop", updates.stop),
      ("in-place", updates.inPlaceUpdate), ("destructive", updates.destructiveUpdate), ("canary", updates.canary),
    ]
    return named.filter { $0.1 != 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  private func reconcile(
    _ group: TaskGroup, _ instances: [RunningInstance], kind: JobKind = .service, now: Int? = nil,
    change: ChangeKind = .none
  ) -> GroupReconciliation {
    GroupReconciler(group, jobKind: kind, now: now).reconcile(instances) { _ in change }
  }

  @Test("A new group gets its count of instances, numbered from 0")
  func new() {
    let result = reconcile(group(3), [])
    #expect(counts(result.updates) == "3 place")
    #expect(result.missing == [0..<3])
    #expect(result.createsDeployment)
  }

  @Test(
    "A changed service replaces as many as its update policy allows",
    arguments: [
      (1, 0, "4 ignore, 1 destructive"), (2, 0, "3 ignore, 2 destructive"), (1, 1, "5 ignore, 1 canary"),
      (0, 0, "5 destructive"), (9, 0, "5 destructive"),
    ])
  func rolling(maxParallel: Int, canary: Int, expected: String) {
    let result = reconcile(
      group(5, maxParallel: maxParallel, canary: canary), running(0...4), change: .destructive)
    #expect(counts(result.updates) == expected)
  }

  @Test("New instances consume the budget of replacements")
  func budget() {
    let result = reconcile(group(7), running(0...4), change: .destructive)
    #expect(counts(result.updates) == "5 ignore, 2 place")
    #expect(result.missing == [5..<7])
  }

  @Test("The lowest free numbers come first, and a count beyond measure costs nothing")
  func numbers() {
    var instances = running(1...1) + running(4...4)
    instances[1].number = 9
    #expect(reconcile(group(7), instances).missing == [0..<1, 2..<4, 5..<7])
    let result = reconcile(group(.max), [])
    #expect(result.missing == [0..<Int.max])
    #expect(result.updates.place == .max)
  }

  @Test("Batch jobs are replaced at once")
  func batch() {
    #expect(
      counts(reconcile(group(3), running(0...2), kind: .batch, change: .destructive).updates) == "3 destructive")
  }

  @Test("Current instances are left alone whatever the caller says of the change")
  func current() {
    let instances = running(0...1) { $0.isCurrent = true }
    let result = reconcile(group(2), instances, change: .destructive)
    #expect(counts(result.updates) == "2 ignore")
    #expect(!result.createsDeployment)
  }

  @Test("Of too many instances those with the highest numbers stop")
  func surplus() {
    let result = reconcile(group(2), running(0...4), change: .inPlace)
    #expect(counts(result.updates) == "3 stop, 2 in-place")
    #expect(result.stops.map(\.instance.index) == [2, 3, 4])
    #expect(result.stops.allSatisfy { $0.reason == "alloc not needed due to job update" })
    #expect(result.createsDeployment)
  }

  @Test("Of too many instances those that leave anyway stop first")
  func surplusMigrating() {
    let instances = running(0...2) { if $0.index == 0 { $0.wantsMigration = true } }
    let result = reconcile(group(2), instances)
    #expect(counts(result.updates) == "2 ignore, 1 stop")
    #expect(result.stops.map(\.instance.index) == [0])
  }

  @Test("Two instances of one number count as two")
  func doubles() {
    var instances = running(0...1)
    instances[1].index = 0
    let result = reconcile(group(1), instances)
    #expect(counts(result.updates) == "1 ignore, 1 stop")
  }

  @Test(
    "Lost instances stop and are replaced under their number",
    arguments: [RunningInstance.NodeCondition.down, .gone, .disconnected])
  func lost(condition: RunningInstance.NodeCondition) {
    let instances = running(0...1) { if $0.index == 0 { $0.condition = condition } }
    let result = reconcile(group(2), instances)
    #expect(counts(result.updates) == "1 ignore, 1 place, 1 stop")
    #expect(result.stops.first?.clientStatus == "lost")
    #expect(result.placements.map(\.index) == [0])
    #expect(result.placements.first?.previous?.id == "id-0")
    #expect(result.placements.first?.penalizedNodes == [])
  }

  @Test("Draining moves what has been told to, and nothing else")
  func draining() {
    let instances = running(0...2) {
      $0.condition = .draining
      $0.wantsMigration = $0.index == 1
    }
    let result = reconcile(group(3), instances)
    #expect(counts(result.updates) == "2 ignore, 1 migrate")
    #expect(result.migrations.map(\.index) == [1])
    #expect(result.stops.map(\.reason) == ["alloc is being migrated"])
  }

  @Test("Failed instances are placed anew, away from where they failed")
  func failed() {
    let instances = running(0...1) {
      if $0.index == 1 {
        $0.clientStatus = "failed"
        $0.earlierNodes = ["node-x"]
      }
    }
    let result = reconcile(group(2), instances)
    #expect(counts(result.updates) == "1 ignore, 1 place, 1 stop")
    #expect(result.placements.first?.penalizedNodes == ["node-1", "node-x"])
    #expect(result.stops.map(\.reason) == ["alloc was rescheduled because it failed"])
  }

  @Test("A failed instance that may not be tried again yet, or ever, counts as existing")
  func failedForGood() {
    let failed = running(0...0) {
      $0.clientStatus = "failed"
      $0.failedAt = 100_000_000_000
    }
    var never = group(1)
    never.reschedule?.unlimited = false
    #expect(counts(reconcile(never, failed).updates) == "1 ignore")
    var slow = group(1)
    slow.reschedule?.delay = .minute
    #expect(counts(reconcile(slow, failed, now: 110_000_000_000).updates) == "1 ignore")
    #expect(counts(reconcile(slow, failed, now: 160_000_000_000).updates) == "1 place, 1 stop")
    var forced = failed
    forced[0].forcesReschedule = true
    #expect(counts(reconcile(never, forced).updates) == "1 place, 1 stop")
    var replaced = failed
    replaced[0].isReplaced = true
    #expect(counts(reconcile(group(1), replaced).updates) == "1 place")
  }

  @Test("An ended instance of a service is replaced, one of a batch job has done its work")
  func ended() {
    let ended = running(0...0) {
      $0.clientStatus = "complete"
      $0.ranSuccessfully = true
      $0.isCurrent = true
    }
    #expect(counts(reconcile(group(1), ended).updates) == "1 place")
    #expect(counts(reconcile(group(1), ended, kind: .batch).updates) == "1 ignore")
    let older = ended.map { instance in
      var instance = instance
      instance.isCurrent = false
      instance.isOfOlderVersion = true
      return instance
    }
    #expect(counts(reconcile(group(1), older, kind: .batch).updates) == "1 ignore, 1 place")
  }

  @Test("A group the job has no more is stopped as a whole")
  func removed() {
    let instances = running(0...2) { if $0.index == 2 { $0.clientStatus = "complete" } }
    let result = GroupReconciler(removed: "web").reconcile(instances) { _ in .none }
    // As the reference counts; what has ended needs no stop.
    #expect(counts(result.updates) == "3 stop")
    #expect(result.stops.map(\.instance.index) == [0, 1])
    #expect(result.placements.isEmpty)
  }

  @Test("Canaries take the numbers of what they are to replace, and then from the count on")
  func canaryNumbers() {
    let result = reconcile(group(2, canary: 3), running(0...1), change: .destructive)
    #expect(result.placements.map(\.index) == [0, 1, 2])
    #expect(result.placements.allSatisfy { $0.cause == .canary && $0.previous == nil })
    #expect(result.destructive.isEmpty)
  }

  @Test("While canaries are tried, missing instances wait and lost ones are replaced")
  func canaryAndLost() {
    let instances = running(0...1) { if $0.index == 1 { $0.condition = .down } }
    let result = reconcile(group(3, canary: 1), instances, change: .destructive)
    #expect(counts(result.updates) == "1 ignore, 1 place, 1 stop, 1 canary")
    #expect(result.placements.map(\.cause) == [.canary, .lost])
  }

  @Test("An instance on a node out of sight is replaced and not stopped where the group allows for that")
  func disconnected() {
    var tolerant = group(1)
    tolerant.maxClientDisconnect = .hour
    let result = reconcile(tolerant, running(0...0) { $0.condition = .disconnected })
    #expect(counts(result.updates) == "1 place")
  }

  @Test(
    "Numbers come back from names",
    arguments: [
      ("app.web[12]", 12), ("a[1].b[0]", 0), ("app.web", nil), ("a[x]", nil), ("a[]", nil), ("[7]", 7),
      ("a[99999999999999999999]", nil),
    ] as [(String, Int?)])
  func names(name: String, index: Int?) { #expect(AllocationNames.index(of: name) == index) }
}
