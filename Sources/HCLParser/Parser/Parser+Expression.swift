/// Operators, and steps from a value to its parts.
extension Parser {
  /// Any expression. Always returns a node: `missing` where none begins here.
  mutating func parseExpression() -> UInt32 {
    guard depth < Parser.nestingLimit else { return skipTooDeep() }
    depth &+= 1
    defer { depth &-= 1 }
    // `a ? b : c ? d : e` leans right, as long as it likes: its parts are gathered first and put together from the end.
    var outer: [(first: Int, children: ChildList)] = []
    var result: UInt32
    while true {
      let first = cursor.position
      result = parseBinary(1)
      guard cursor.kind == .question else { break }
      cursor.advance()
      var children = ChildList()
      append(result, to: &children)
      append(parseExpression(), to: &children)
      guard cursor.kind == .colon else {
        report(.missingColon(currentRange, condition: range(first).union(range(cursor.lastEnd - 1)), found: found))
        append(missing(), to: &children)
        result = node(.conditional, from: first, children)
        break
      }
      cursor.advance()
      outer.append((first, children))
    }
    for (first, others) in outer.reversed() {
      var children = others
      append(result, to: &children)
      let isChain = nodes[Int(result)].kind == .conditional
      let height = isChain ? max(nodes[Int(result)].height, others.height &+ 1) : 0
      result = node(.conditional, from: first, children)
      if isChain { nodes[Int(result)].height = height }
    }
    return result
  }

  /// A node of two children that goes on with what its first child, of the same kind, began: a chain lies on one level.
  /// Whoever walks the tree takes a chain in a loop, so that its length is no depth.
  private mutating func chain(_ kind: SyntaxKind, from first: Int, _ left: UInt32, _ right: UInt32) -> UInt32 {
    var children = ChildList()
    append(left, to: &children)
    append(right, to: &children)
    let number = node(kind, from: first, children)
    if nodes[Int(left)].kind == kind {
      nodes[Int(number)].height = max(nodes[Int(left)].height, nodes[Int(right)].height &+ 1)
    }
    return number
  }

  /// Operators that bind at least as tightly as `minimum`, and their operands.
  private mutating func parseBinary(_ minimum: UInt8) -> UInt32 {
    let first = cursor.position
    var left = parseUnary()
    while true {
      var precedence = cursor.kind.precedence
      if precedence == 0 {
        guard cursor.kind == .invalid, let meant = meantOperator() else { return left }
        precedence = meant.precedence
      }
      guard precedence >= minimum else { return left }
      if Int(nodes[Int(left)].height) &+ depth >= Parser.nestingLimit {
        _ = skipTooDeep()
        return node(.invalid, from: first)
      }
      let isPower = cursor.kind == .star && cursor.following() == .star
      if isPower { report(.powerOperator(range(cursor.position).union(range(cursor.position + 1)))) }
      cursor.advance()
      if isPower { cursor.advance() }
      let right = parseBinary(precedence &+ 1)
      left = chain(.binary, from: first, left, right)
    }
  }

  /// What a `&` or `|` stands for. Reported, and taken for it.
  private mutating func meantOperator() -> TokenKind? {
    switch text(cursor.position) {
    case "&":
      report(.unknownOperator(currentRange, "&", meant: "&&"))
      return .andAnd
    case "|":
      report(.unknownOperator(currentRange, "|", meant: "||"))
      return .orOr
    case "^":
      report(.unknownOperator(currentRange, "^", meant: nil))
      return .star
    default: return nil
    }
  }

  private mutating func parseUnary() -> UInt32 {
    guard cursor.kind == .minus || cursor.kind == .bang else { return parsePostfix() }
    guard depth < Parser.nestingLimit else { return skipTooDeep() }
    depth &+= 1
    defer { depth &-= 1 }
    let first = cursor.position
    cursor.advance()
    var children = ChildList()
    append(parseUnary(), to: &children)
    return node(.unary, from: first, children)
  }

  /// A term and the steps that follow it.
  private mutating func parsePostfix() -> UInt32 {
    let first = cursor.position
    var base = parseTerm()
    // Static steps go on the name itself; the first other step makes an expression of it.
    var steps = ChildList()
    var isTraversal = nodes[Int(base)].kind == .traversal
    while cursor.kind == .dot || cursor.kind == .openBracket {
      // After a mistake the brackets and dots that follow are part of it.
      if nodes[Int(base)].kind == .missing { return base }
      if Int(nodes[Int(base)].height) &+ depth >= Parser.nestingLimit {
        _ = skipTooDeep()
        return node(.invalid, from: first)
      }
      if isSplat {
        base = parseSplat(of: base, from: first)
        isTraversal = false
        continue
      }
      let step = parseStep()
      guard step != 0 else { return node(.invalid, from: first) }
      let isStatic = nodes[Int(step)].kind != .expressionStep
      if isTraversal, isStatic {
        append(step, to: &steps)
        nodes[Int(base)].firstChild = steps.first
        nodes[Int(base)].endToken = UInt32(truncatingIfNeeded: cursor.lastEnd)
      } else {
        base = chain(.access, from: first, base, step)
        isTraversal = false
      }
    }
    return base
  }

  /// Whether `.*` or `[*]` stands here.
  private var isSplat: Bool {
    guard cursor.following(acrossLines: cursor.kind == .openBracket ? true : nil) == .star else { return false }
    if cursor.kind == .dot { return true }
    let star = cursor.significant(from: cursor.position + 1, acrossLines: true)
    return cursor.tokens[cursor.significant(from: star + 1, acrossLines: true)].kind == .closeBracket
  }

  /// `[*]` or `.*` and the steps it applies to each element.
  private mutating func parseSplat(of base: UInt32, from first: Int) -> UInt32 {
    var children = ChildList()
    append(base, to: &children)
    let isFull = takeSplatMark()
    parseSplatSteps(into: &children, isFull: isFull)
    return node(.splat, isFull ? .isFull : [], from: first, children)
  }

  /// Takes `[*]` or `.*`; true for the former.
  private mutating func takeSplatMark() -> Bool {
    if cursor.kind == .dot {
      cursor.advance()
      cursor.advance()
      return false
    }
    let outer = cursor.enter(ignoringNewlines: true)
    cursor.advance()
    cursor.leave(to: outer)
    return true
  }

  /// A full splat takes all steps that follow; the other one `.name` and `.0` only.
  private mutating func parseSplatSteps(into steps: inout ChildList, isFull: Bool) {
    guard depth < Parser.nestingLimit else {
      _ = skipTooDeep()
      return
    }
    depth &+= 1
    defer { depth &-= 1 }
    while cursor.kind == .dot || (isFull && cursor.kind == .openBracket) {
      if isSplat {
        if !isFull {
          report(.nestedSplat(range(cursor.position).union(range(cursor.position + 1))))
          _ = takeSplatMark()
          continue
        }
        let first = cursor.position
        var inner = ChildList()
        let isInnerFull = takeSplatMark()
        parseSplatSteps(into: &inner, isFull: isInnerFull)
        append(node(.splatStep, isInnerFull ? .isFull : [], from: first, inner), to: &steps)
        continue
      }
      let step = parseStep()
      if step == 0 { return }
      append(step, to: &steps)
    }
  }

  /// `.name`, `.0` or `[…]`. Returns zero where it is none of these.
  private mutating func parseStep() -> UInt32 {
    let first = cursor.position
    if cursor.kind == .openBracket { return parseIndex() }
    cursor.advance()
    switch cursor.kind {
    case .identifier:
      cursor.advance()
      return node(.attributeStep, from: first)
    case .number:
      let number = cursor.token
      guard source.bytes(in: range(cursor.position)).allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else {
        report(.legacyIndex(currentRange, text(cursor.position)))
        cursor.advance()
        return number.count > 0 ? node(.invalid, from: first) : 0
      }
      var children = ChildList()
      append(leaf(.number), to: &children)
      return node(.indexStep, from: first, children)
    case .openQuote:
      report(.quotedAttributeStep(currentRange))
      var children = ChildList()
      append(parseTemplate(), to: &children)
      return node(.keyStep, from: first, children)
    default:
      report(.attributeNameExpected(currentRange, found: found, dot: range(first)))
      return 0
    }
  }

  private mutating func parseIndex() -> UInt32 {
    let first = cursor.position
    let outer = cursor.enter(ignoringNewlines: true)
    let index = parseExpression()
    var children = ChildList()
    append(index, to: &children)
    if cursor.kind == .closeBracket {
      cursor.leave(to: outer)
    } else {
      report(.missingBracket(currentRange, opener: range(first), found: found))
      if skip(to: .closeBracket) { cursor.leave(to: outer) } else { cursor.abandon(to: outer) }
    }
    let node = nodes[Int(index)]
    switch node.kind {
    case .number: return self.node(.indexStep, from: first, children)
    case .template where node.flags.isDisjoint(with: [.hasSequences, .isHeredoc]):
      return self.node(.keyStep, from: first, children)
    default: return self.node(.expressionStep, from: first, children)
    }
  }
}

extension TokenKind {
  /// How tightly a binary operator binds, from 1; zero for all that is none.
  @inline(__always)
  var precedence: UInt8 {
    switch self {
    case .orOr: 1
    case .andAnd: 2
    case .equalEqual, .notEqual: 3
    case .less, .lessEqual, .greater, .greaterEqual: 4
    case .plus, .minus: 5
    case .star, .slash, .percent: 6
    default: 0
    }
  }
}

extension Diagnostic {
  fileprivate static func missingColon(_ range: SourceRange, condition: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-colon", "expected \":\" and the value for \"false\", found \(found)", at: range,
      related: [Related("the condition is here", condition)], help: "write \"condition ? value : other\"")
  }

  fileprivate static func unknownOperator(_ range: SourceRange, _ text: String, meant: String?) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unsupported-operator", "\"\(text)\" is not an operator", at: range,
      detail: meant == nil ? "There are no bitwise operators and no powers." : "",
      help: meant.map { "did you mean \"\($0)\"?" },
      fixes: meant.map { [Fix("replace \"\(text)\" by \"\($0)\"", edits: [TextEdit(range, $0)], isSafe: false)] } ?? [])
  }

  fileprivate static func powerOperator(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unsupported-operator", "\"**\" is not an operator", at: range, help: "use the function \"pow\"")
  }

  fileprivate static func nestedSplat(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-nested-splat", "\".*\" cannot follow another \".*\"", at: range,
      help: "use \"[*]\", which may be nested")
  }

  fileprivate static func legacyIndex(_ range: SourceRange, _ text: String) -> Diagnostic {
    let indexes = text.split(separator: ".").map { "[\($0)]" }.joined()
    return Diagnostic(
      .error, "syntax-legacy-index", "\"\(text)\" after a dot is no index", at: range,
      detail: "It reads as one number.", help: "write \(indexes) instead")
  }

  fileprivate static func quotedAttributeStep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-attribute-name", "the name after a dot is not quoted", at: range,
      help: "write [\"name\"] instead of .\"name\"")
  }

  fileprivate static func attributeNameExpected(_ range: SourceRange, found: String, dot: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-attribute-name", "expected a name after \".\", found \(found)",
      at: range.isEmpty ? dot : range, help: "write a name after the dot, or remove the dot")
  }

  fileprivate static func missingBracket(_ range: SourceRange, opener: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unclosed-bracket", "expected \"]\" after the index, found \(found)", at: range,
      related: [Related("the \"[\" is here", opener)])
  }
}
