/// One step from a value to a part of it.
public struct StepSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// How a step names the part. `reference/hcl.md` 5.3.
  public enum Kind: Sendable, Equatable {
    /// `.name`
    case attribute(String)
    /// `[0]` or `.0`
    case index(Number)
    /// `["key"]`
    case key(String)
    /// `[expression]`. Not among the steps of a traversal.
    case expression(ExpressionSyntax)
    /// `[*]` (full) or `.*` within a splat: applies its own steps to each element. Only among the steps of a full splat.
    case splat(isFull: Bool, steps: [StepSyntax])
  }

  /// What the step goes to.
  public var kind: Kind {
    switch reference.kind {
    case .attributeStep: .attribute(reference.storage.text(ofToken: reference.endToken - 1))
    case .indexStep: .index(NumberSyntax(reference: reference.child(0) ?? reference).value)
    case .keyStep: .key(TemplateSyntax(reference: reference.child(0) ?? reference).plainText)
    case .splatStep:
      .splat(isFull: reference.flags.contains(.isFull), steps: reference.children.map(StepSyntax.init))
    default: .expression(reference.expression(0))
    }
  }

  /// The step with its dot or brackets.
  public var range: SourceRange { reference.range }
  /// True for `.0`.
  public var isLegacyIndex: Bool {
    reference.kind == .indexStep && reference.storage.tokens[reference.firstToken].kind == .dot
  }
}

/// A name, and steps that need no evaluation.
public struct TraversalSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The name at the start, before the steps: `var`, `local`, `node`.
  public var rootName: String { reference.storage.text(ofToken: reference.firstToken) }
  /// The name at the start alone.
  public var rootRange: SourceRange { reference.storage.range(ofToken: reference.firstToken) }
  /// `.attribute`, `.index` and `.key` only.
  public var steps: [StepSyntax] { reference.children.map(StepSyntax.init) }
  /// From the name to the end of the last step.
  public var range: SourceRange { reference.range }
}

/// One step from an expression that is not a plain name with static steps.
public struct AccessSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// What the step starts from.
  public var base: ExpressionSyntax { reference.expression(0) }
  /// `.attribute`, `.index`, `.key` or `.expression`.
  public var step: StepSyntax { StepSyntax(reference: reference.child(1) ?? reference) }
  /// From the start of the base to the end of the step.
  public var range: SourceRange { reference.range }
}

/// `base[*]…` (full: all that follows applies to each element) or `base.*…` (only the `.name` and `.0` that follow).
public struct SplatSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The value gone through; one that is no list, set or tuple is its own only element. `reference/hcl.md` 5.4.
  public var base: ExpressionSyntax { reference.expression(0) }
  /// True for `[*]`, false for `.*`.
  public var isFull: Bool { reference.flags.contains(.isFull) }
  /// What is done with each element. A `.splat` among them works on the element reached so far.
  public var steps: [StepSyntax] { reference.children.dropFirst().map(StepSyntax.init) }
  /// From the start of the base to the end of the last step.
  public var range: SourceRange { reference.range }
}

extension BodySyntax {
  /// The values, and items of lists that are values, that are one name and nothing else, here and in the blocks below;
  /// blocks of one type apart.
  package func loneNames(outsideOf type: StaticString) -> [ExpressionSyntax] {
    var found: [ExpressionSyntax] = []
    collectLoneNames(reference, type, &found)
    return found
  }

  // The parser bounds how deep blocks lie in each other.
  private func collectLoneNames(_ body: NodeReference, _ type: StaticString, _ found: inout [ExpressionSyntax]) {
    let storage = body.storage
    func look(_ number: UInt32) {
      let node = storage.nodes[Int(number)]
      guard node.kind == .traversal, node.firstChild == 0 else { return }
      found.append(ExpressionSyntax(reference: NodeReference(storage: storage, number: number)))
    }
    var number = body.node.firstChild
    while number != 0 {
      let item = storage.nodes[Int(number)]
      if item.kind == .attribute {
        look(item.firstChild)
        let value = storage.nodes[Int(item.firstChild)]
        var element = value.kind == .tuple ? value.firstChild : 0
        while element != 0 {
          look(element)
          element = storage.nodes[Int(element)].nextSibling
        }
      } else if item.kind == .block, !storage.token(Int(item.firstToken), spells: type) {
        let block = BlockSyntax(reference: NodeReference(storage: storage, number: number))
        collectLoneNames(block.body.reference, type, &found)
      }
      number = item.nextSibling
    }
  }
}
