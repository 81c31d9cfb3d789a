public import HCLParser

/// One placement test: jobs, the cluster they are planned on, and what is to come of it.
public struct PlacementTestCase: Sendable, Hashable {
  /// The label of the block; no two cases of a file share one.
  public var name = ""
  /// What the case itself says of its cluster; the file's choice fills the rest.
  public var cluster = ClusterChoice()
  /// The job file, where there is one.
  public var job = ""
  /// Several job files, planned in order, each seeing what the earlier ones placed.
  public var jobs: [String] = []
  /// Files of the versions that run now.
  public var running: [String] = []
  /// What is supposed before anything is planned; nil for the cluster as it is.
  @OutOfLine public var whatIf: PlacementWhatIf?
  /// All have to be met; there is at least one in a file that was read without errors.
  public var expectations: [PlacementExpectation] = []
  public var origin = Origin()

  public init() {}
}

extension PlacementTestCase: ClusterChoosing {
  public static let schema = BlockSchema<PlacementTestCase>(
    "case", "One placement test.",
    hints: ["places": "expectations belong into a block: expect { places = 3 }"],
    fields: [
      .label("name", "Name", \.name, "What the test is about."),
      .attribute("job", "Job", \.job, "The job file to plan."),
      .attribute("jobs", "Jobs", \.jobs, "Several job files, planned in order."),
      .attribute("running", "Running", \.running, "The versions of the jobs that run now."),
    ] + clusterFields(\.cluster) + [
      .block("what_if", "WhatIf", \._whatIf, "What is supposed before anything is planned."),
      .blocks("expect", "Expectations", \.expectations, "What is to come of it."),
    ])
}

/// What a case supposes, as the flags of `plan` do.
public struct PlacementWhatIf: Sendable, Hashable {
  /// Nodes by name, id, or the beginning of an id.
  public var drain: [String] = []
  /// Nodes that are gone: named as in `drain`, or `class=`, `datacenter=` or `pool=` with a name.
  public var without: [String] = []
  /// The count a group is supposed to have, by `GROUP` or `JOB.GROUP`.
  public var counts: StringMap?
  /// More nodes, each like one that was there before anything was supposed.
  public var additions: [Addition] = []
  public var origin = Origin()

  public init() {}

  /// More nodes like one that exists.
  public struct Addition: Sendable, Hashable {
    /// How many, 1…10000.
    public var count = 1
    /// The node to copy, by name, id, or the beginning of an id. A copy is ready, empty, and has addresses of its own.
    public var like = ""
    public var origin = Origin()

    public init() {}
  }
}

extension PlacementWhatIf: BlockModel {
  public static let schema = BlockSchema<PlacementWhatIf>(
    "what_if", "What is supposed before anything is planned.",
    fields: [
      .attribute("drain", "Drain", \.drain, "Nodes that drain."),
      .attribute(
        "without", "Without", \.without,
        "Nodes that are gone: names, or class=, datacenter= and pool= with a name."),
      .texts("set_count", "SetCount", \.counts, "Other counts, by group.", orAttribute: true),
      .blocks("add_nodes", "AddNodes", \.additions, "More nodes like one that exists."),
    ])
}

extension PlacementWhatIf.Addition: BlockModel {
  public static let schema = BlockSchema<PlacementWhatIf.Addition>(
    "add_nodes", "More nodes like one that exists.",
    fields: [
      .attribute("count", "Count", \.count, "How many.", in: 1...Hypothesis.copyLimit, default: "1"),
      .attribute("like", "Like", \.like, "The node to copy.", required: true),
    ])
}
