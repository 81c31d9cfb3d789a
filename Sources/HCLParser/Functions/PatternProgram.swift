/// A regular expression as a list of steps for the machine that searches.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// One character of the set with this number.
    case characters(Int)
    case assertion(PatternAssertion)
    /// Two ways on, the better one first.
    case split(Int, Int)
    case jump(Int)
    /// Notes the place in a slot: two slots a group.
    case save(Int)
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [PatternCharacters] = []
  /// Whether the program outgrew its bound; then it is not to be run.
  private(set) var isTooLarge = false

  /// Steps beyond this take too much memory. Go's own bound is of the same order.
  private static let bound = 500_000

  init(_ node: PatternNode) {
    append(.save(0))
    compile(node)
    append(.save(1))
    append(.match)
  }

  private mutating func append(_ step: Step) {
    if steps.count >= Self.bound { isTooLarge = true } else { steps.append(step) }
  }

  /// Gives a step its place in advance; `patch` fills it.
  private mutating func hole() -> Int {
    append(.match)
    return steps.count - 1
  }

  private mutating func compile(_ node: PatternNode) {
    guard !isTooLarge else { return }
    switch node {
    case .empty: break
    case .characters(let set):
      sets.append(set)
      append(.characters(sets.count - 1))
    case .assertion(let assertion): append(.assertion(assertion))
    case .capture(let body, let number):
      append(.save(number * 2))
      compile(body)
      append(.save(number * 2 + 1))
    case .sequence(let nodes): for node in nodes { compile(node) }
    case .choice(let nodes): compile(choice: nodes)
    case .repetition(let body, let minimum, let maximum, let isGreedy):
      compile(repeated: body, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    }
  }

  private mutating func compile(choice nodes: [PatternNode]) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index + 1 < nodes.count else {
        compile(node)
        break
      }
      let split = hole()
      compile(node)
      ends.append(hole())
      steps[split] = .split(split + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func compile(repeated body: PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool) {
    // The last of them is the one that is repeated where there is no maximum.
    for _ in 0..<(maximum == nil ? max(0, minimum - 1) : minimum) {
      compile(body)
      if isTooLarge { return }
    }
    func split(_ inside: Int, _ after: Int) -> Step { isGreedy ? .split(inside, after) : .split(after, inside) }
    guard let maximum else {
      // `x*` is `(x+)?`, which differs from a plain loop where `x` may match nothing.
      let entry = minimum == 0 ? hole() : nil
      let start = steps.count
      compile(body)
      let end = hole()
      guard !isTooLarge else { return }
      steps[end] = split(start, end + 1)
      if let entry { steps[entry] = split(start, end + 1) }
      return
    }
    var splits: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      splits.append(hole())
      compile(body)
      if isTooLarge { return }
    }
    for start in splits { steps[start] = split(start + 1, steps.count) }
  }
}
