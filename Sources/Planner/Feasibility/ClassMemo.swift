/// What the real scheduler remembers of computed classes while it plans one job (scheduler.md 2.2).
///
/// The first node of a class answers for the others: for the job's constraints once in all, for everything asked by a
/// group once for each group, even where the question (networks, drivers, host volumes) has nothing to do with the class.
struct ClassMemo: Sendable {
  enum Verdict: Sendable { case unknown, fit, unfit }

  private var ofJob: [Verdict]
  /// By the group's number in the state.
  private var ofGroup: [Int: [Verdict]] = [:]

  init(classCount: Int) { ofJob = Array(repeating: .unknown, count: classCount) }

  func job(_ nodeClass: Int) -> Verdict { ofJob[nodeClass] }
  func group(_ group: Int, _ nodeClass: Int) -> Verdict { ofGroup[group]?[nodeClass] ?? .unknown }

  /// What is remembered of the job and of one group.
  struct Part: Sendable {
    fileprivate var ofJob: [Verdict]
    fileprivate var ofGroup: [Verdict]?
  }

  func part(ofGroup group: Int) -> Part { Part(ofJob: ofJob, ofGroup: ofGroup[group]) }

  mutating func restore(_ part: Part, ofGroup group: Int) {
    ofJob = part.ofJob
    ofGroup[group] = part.ofGroup
  }

  func knows(group: Int) -> Bool { ofGroup[group] != nil }

  /// What all classes have said to a group, for others that ask the same.
  func verdicts(ofGroup group: Int, mask: [Double]) -> ClassVerdicts? {
    ofGroup[group].map { ClassVerdicts(ofJob: ofJob, ofGroup: $0, mask: mask) }
  }

  mutating func adopt(_ verdicts: ClassVerdicts, ofGroup group: Int) {
    if ofGroup.isEmpty { ofJob = verdicts.ofJob }
    ofGroup[group] = verdicts.ofGroup
  }

  mutating func setJob(_ nodeClass: Int, _ verdict: Verdict) { ofJob[nodeClass] = verdict }

  mutating func setGroup(_ group: Int, _ nodeClass: Int, _ verdict: Verdict) {
    ofGroup[group, default: Array(repeating: .unknown, count: ofJob.count)][nodeClass] = verdict
  }

  /// For each class that was asked about whether some group fits it: what a blocked evaluation waits for.
  func eligibility() -> [Bool?] {
    ofJob.indices.map { nodeClass in
      if ofJob[nodeClass] == .unfit { return false }
      let verdicts = ofGroup.values.map { $0[nodeClass] }
      if verdicts.contains(.fit) { return true }
      return verdicts.contains(.unfit) ? false : ofJob[nodeClass] == .fit ? true : nil
    }
  }
}
