public import HCLParser

/// The locals of a job file. Their order is free: each is evaluated after those it refers to. `reference/jobspec.md` 2.3.
public struct LocalTable: Sendable {
  /// One attribute of a `locals` block.
  public struct Local: Sendable {
    /// The local's name.
    public var name: String
    /// Where the name stands.
    public var nameRange: SourceRange
    /// Where its expression stands.
    public var valueRange: SourceRange
    /// The names of the locals it refers to.
    public var references: [String]
    /// False where it takes `local` as a whole.
    var refersByName: Bool
    var source: AttributeSource
  }

  /// In the order of the file.
  public private(set) var locals: [Local] = []
  private var numbers = FirstSeen<Int>()
  /// What `local` stands for in expressions.
  public private(set) var object = Value.object(ValueFields())
  private(set) var diagnostics: [Diagnostic] = []

  /// The local of that name.
  public func local(named name: String) -> Local? {
    numbers[name].map { locals[$0] }
  }

  /// Takes in the attributes of a `locals` block.
  mutating func read(_ block: BlockSource) {
    for label in block.labels.prefix(1) { diagnostics.append(.extraLabel("locals", at: label.range)) }
    var decoder = BlockDecoder()
    for part in decoder.parts(of: block.body, blockLabels: [:]) {
      switch part {
      case .block(let inner): diagnostics.append(.blockInLocals(inner))
      case .attribute(let attribute):
        if let first = numbers.first(named: attribute.name, orRemember: locals.count) {
          diagnostics.append(.duplicateLocal(attribute, first: locals[first]))
          continue
        }
        locals.append(
          Local(
            name: attribute.name, nameRange: attribute.nameRange, valueRange: attribute.valueRange,
            references: attribute.references(toMembersOf: "local"),
            refersByName: attribute.expressionReferences.allSatisfy { $0.rootName != "local" || $0.memberName != nil },
            source: attribute))
      }
    }
    diagnostics += decoder.takeDiagnostics()
  }

  /// Evaluates all locals in a context that has `var`.
  mutating func evaluate(in context: EvaluationContext) {
    let (order, circular, inCircle) = self.order()
    for cycle in circular { diagnostics.append(.circularLocals(cycle)) }
    var values: [String: Value] = [:]
    for number in inCircle { values[locals[number].name] = .unknown(.any) }
    // One budget for all: a file has room for thousands that would each take seconds.
    var workLeft = context.limits.work
    for number in order where !inCircle.contains(number) {
      let local = locals[number]
      guard workLeft >= 0 else {
        values[local.name] = .unknown(.any)
        continue
      }
      var inner = context
      // Those it refers to are enough; all so far where it refers to `local` in another way, or to what is not there.
      // One that is defined and has no value yet lies in a circle that was not reported, since so many were.
      let needed =
        local.refersByName
        ? local.references.compactMap { name in
          (values[name] ?? (numbers[name] == nil ? nil : .unknown(.any))).map { (name, $0) }
        } : []
      let isEnough = needed.count == local.references.count && local.refersByName
      // All of them are sorted anew, and a name that is missing is held against each.
      if !isEnough { workLeft -= 2 * values.count }
      let entries = isEnough ? needed : values.map { ($0, $1) }
      inner.variables["local"] = .object(ValueFields(entries.map { ValueFields.Entry($0.0, $0.1) }))
      var decoder = BlockDecoder(context: inner)
      decoder.workLeft = workLeft
      // One that failed is unknown from here on: it has been reported once.
      let value = decoder.value(of: local.source) ?? .unknown(.any)
      workLeft = decoder.workLeft
      values[local.name] = value
      diagnostics += decoder.takeDiagnostics()
    }
    object = .object(ValueFields(values.map { ValueFields.Entry($0.key, $0.value) }))
  }

  /// As many circles are reported; a file may have more of them than letters.
  private static let mostCircles = 100

  /// Those that look locals up by a name which is computed may need any other: they come after all that do not need them.
  private func deferred(_ order: [Int]) -> [Int] {
    guard locals.contains(where: { !$0.refersByName }) else { return order }
    var waits = Array(repeating: false, count: locals.count)
    for number in order {
      waits[number] =
        !locals[number].refersByName
        || locals[number].references.contains { numbers[$0].map { waits[$0] } ?? false }
    }
    return order.filter { !waits[$0] } + order.filter { waits[$0] }
  }

  private enum Visit { case open, done }

  /// The locals by number, each after those it refers to; the circles among them, each as far as it is told; and all that
  /// lie in one of those.
  private func order() -> (order: [Int], circular: [[Local]], inCircle: Set<Int>) {
    var state: [Visit?] = Array(repeating: nil, count: locals.count)
    var order: [Int] = []
    var inCircle: Set<Int> = []
    var circular: [[Local]] = []
    for start in locals.indices where state[start] == nil {
      // By hand, not by recursion: a chain of locals may be as long as the file.
      var stack: [(number: Int, next: Int)] = [(start, 0)]
      state[start] = .open
      while let top = stack.last {
        let references = locals[top.number].references
        guard top.next < references.count else {
          state[top.number] = .done
          order.append(top.number)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        guard let number = numbers[references[top.next]] else { continue }
        switch state[number] {
        case .done: break
        case .open where circular.count == LocalTable.mostCircles: break
        case .open:
          let from = stack.firstIndex { $0.number == number } ?? 0
          inCircle.formUnion(stack[from...].lazy.map(\.number))
          circular.append(stack[from...].prefix(Diagnostic.toldOfCircle + 1).map { locals[$0.number] })
        case nil:
          state[number] = .open
          stack.append((number, 0))
        }
      }
    }
    return (deferred(order), circular, inCircle)
  }
}

extension AttributeSource {
  /// The names of the members of `root` (`var`, `local`) that the value refers to, each once.
  func references(toMembersOf root: String) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for reference in expressionReferences where reference.rootName == root {
      if let name = reference.memberName, seen.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
