import HCLParser
import TestSupport
import Testing

@testable import Planner

@Suite("Reading allocations, volumes and settings")
struct SettingsAndAllocationsTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "x.json", text: text) }

  @Test("The scheduler's configuration is read wrapped and bare", arguments: [true, false])
  func settings(isWrapped: Bool) {
    let inner = """
      {"SchedulerAlgorithm": "spread", "MemoryOversubscriptionEnabled": true,
       "PreemptionConfig": {"ServiceSchedulerEnabled": true, "SystemSchedulerEnabled": false}}
      """
    let text = isWrapped ? "{\"Index\": 5, \"SchedulerConfig\": \(inner)}" : inner
    let result = SnapshotReader.read(nodes: [], settings: source(text))
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.output.settings.algorithm == .spread)
    #expect(result.output.settings.allowsMemoryOversubscription)
    #expect(result.output.settings.allowsPreemption(by: .service))
    #expect(!result.output.settings.allowsPreemption(by: .system))
    #expect(!result.output.settings.allowsPreemption(by: .batch))
  }

  @Test(
    "A file that is no scheduler configuration is refused",
    arguments: [
      ("[]", "expected a scheduler configuration, found a list"),
      ("{\"Nodes\": []}", "expected a scheduler configuration, found an object without \"SchedulerAlgorithm\""),
      (
        "{\"SchedulerAlgorithm\": \"best\"}",
        "scheduler configuration without a name: \"SchedulerAlgorithm\" takes \"binpack\" or \"spread\", not \"best\""
      ),
    ])
  func wrongSettings(text: String, summary: String) {
    #expect(SnapshotReader.read(nodes: [], settings: source(text)).diagnostics.map(\.summary) == [summary])
  }

  @Test("A stub of an allocation takes its resources and the order of its tasks from the embedded job")
  func stub() throws {
    let result = SnapshotReader.read(
      nodes: [],
      allocations: [
        source(
          """
          [{"ID": "a", "Name": "app.web[3]", "JobID": "app", "TaskGroup": "web", "NodeID": "n", "ClientStatus": "running",
            "Job": {"Type": "batch", "Priority": 70, "JobModifyIndex": 12, "TaskGroups": [{"Name": "web",
              "EphemeralDisk": {"SizeMB": 300}, "Tasks": [
               {"Name": "init", "Lifecycle": {"Hook": "prestart"}, "Resources": {"CPU": 10, "MemoryMB": 20}},
               {"Name": "main", "Lifecycle": null, "Resources": {"CPU": 30, "MemoryMB": 40}}]}]}}]
          """)
      ])
    #expect(result.diagnostics.map(\.summary) == [])
    let allocation = try #require(result.output.allocations.first)
    #expect(allocation.priority == 70)
    #expect(allocation.jobKind == .batch)
    #expect(allocation.jobModifyIndex == 12)
    #expect(allocation.index == 3)
    #expect(allocation.resources.diskMB == 300)
    #expect(allocation.resources.tasks.map(\.phase) == [.prestart, .main])
    #expect(allocation.resources.tasks.map(\.memoryMB) == [20, 40])
  }

  @Test("Allocations that do not tell what they use are counted and reported")
  func withoutResources() {
    let result = SnapshotReader.read(
      nodes: [],
      allocations: [source("[{\"ID\": \"a\", \"JobID\": \"app\", \"NodeID\": \"n\", \"ClientStatus\": \"running\"}]")])
    #expect(result.diagnostics.map(\.rule) == [.snapshotAllocationGaps])
  }

  @Test("An allocation without its node is refused")
  func withoutNode() {
    let result = SnapshotReader.read(
      nodes: [], allocations: [source("[{\"ID\": \"a\", \"JobID\": \"app\", \"ClientStatus\": \"complete\"}]")])
    #expect(result.diagnostics.map(\.summary) == ["allocation \"a\" has no \"NodeID\""])
  }

  @Test("No file of volumes is not the same as a file without volumes")
  func volumes() {
    #expect(SnapshotReader.read(nodes: []).output.volumes == nil)
    #expect(SnapshotReader.read(nodes: [], volumes: [source("[]")]).output.volumes == [])
  }

  @Test(
    "Times become nanoseconds",
    arguments: [
      ("1970-01-01T00:00:00Z", nil), ("1970-01-02T00:00:01.5Z", 86_401_500_000_000),
      ("2024-02-29T12:00:00+02:00", 1_709_200_800_000_000_000), ("0001-01-01T00:00:00Z", nil),
      ("2024-13-01T00:00:00Z", nil),
      ("yesterday", nil),
    ] as [(String, Int?)])
  func times(text: String, nanoseconds: Int?) { #expect(SnapshotFields.nanoseconds(text) == nanoseconds) }

  @Test(
    "Blocks contain what lies in them",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.1.2.3", "10.1.2.3", true),
      ("0.0.0.0/0", "8.8.8.8", true), ("2001:db8::/32", "2001:db8:1::5", true),
      ("2001:db8::/33", "2001:db8:8000::", false),
      ("::/0", "::ffff:10.0.0.1", true), ("10.0.0.0/8", "::1", false), ("192.168.0.0/20", "192.168.15.255", true),
      ("192.168.0.0/20", "192.168.16.0", false),
    ])
  func blocks(block: String, address: String, isInside: Bool) throws {
    #expect(try #require(AddressBlock(block)).contains(address) == isInside)
  }

  @Test(
    "Texts that are no blocks are none",
    arguments: ["", "10.0.0", "10.0.0.0/33", "1:2", "::1::", "a.b.c.d", "10.0.0.256", "/8"])
  func noBlocks(text: String) { #expect(AddressBlock(text) == nil) }
}
