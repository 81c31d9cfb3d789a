/// The most a group uses at any time, by the phases of its tasks.
///
/// Sidecars started before the main tasks run beside everything; the rest of the prestart tasks, the main tasks and the
/// poststop tasks follow one another, so the largest of the three counts. Poststart tasks count for nothing, as in the
/// reference (scheduler.md 5.2, Corpus/Conformance/plan/lifecycle-poststop-resources).
struct LifecyclePeak: Sendable, Equatable {
  private var sidecars = 0
  private var prestart = 0
  private var main = 0
  private var poststop = 0

  init() {}

  mutating func add(_ amount: Int, in phase: RequestedTask.Phase) {
    switch phase {
    case .prestartSidecar: sidecars = LifecyclePeak.sum(sidecars, amount)
    case .prestart: prestart = LifecyclePeak.sum(prestart, amount)
    case .main: main = LifecyclePeak.sum(main, amount)
    case .poststop: poststop = LifecyclePeak.sum(poststop, amount)
    case .poststart, .poststartSidecar: break
    }
  }

  var value: Int { LifecyclePeak.sum(sidecars, max(prestart, main, poststop)) }

  /// A sum that stops at the largest number instead of trapping.
  static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left > 0 ? Int.max : Int.min) : sum
  }
}
