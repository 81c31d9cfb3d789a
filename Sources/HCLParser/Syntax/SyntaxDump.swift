/// A tree as indented text, one line a node: for tests, and for whoever wants to see what the parser made of a text.
///
/// ```
/// body
///   block job "web"
///     body
///       attribute count
///         number 3
/// ```
public struct SyntaxDump: Sendable {
  /// The text, with a line end after each line.
  public let text: String

  /// `withRanges` adds the bytes that each node covers.
  public init(_ tree: SyntaxTree, withRanges: Bool = false) {
    var text = ""
    // Nodes wait here with their depth; a tree may be deeper than a stack of calls should be.
    var pending: [(node: NodeReference, depth: Int)] = [(tree.expression?.reference ?? tree.root.reference, 0)]
    while let (node, depth) = pending.popLast() {
      text += String(repeating: "  ", count: depth) + SyntaxDump.line(node)
      if withRanges { text += " @\(node.range.start)-\(node.range.end)" }
      text += "\n"
      for child in node.children.reversed() { pending.append((child, depth + 1)) }
    }
    self.text = text
  }

  private static func line(_ node: NodeReference) -> String {
    let first = node.storage.text(ofToken: node.firstToken)
    switch node.kind {
    case .attribute: return "attribute \(first)"
    case .block: return "block \(first)"
    case .label: return "label \(quoted(LabelSyntax(reference: node).text))"
    case .body: return node.number == 0 || node.flags.contains(.isClosed) ? "body" : "body unclosed"
    case .number, .name: return "\(node.kind) \(first)"
    case .traversal: return "traversal \(first)"
    case .call: return "call \(CallSyntax(reference: node).name)" + (node.flags.contains(.expandsLast) ? " ..." : "")
    case .literalTrue: return "true"
    case .literalFalse: return "false"
    case .literalNull: return "null"
    case .template:
      let template = TemplateSyntax(reference: node)
      let name = template.isHeredoc ? "heredoc" : "template"
      return template.isPlainText ? "\(name) \(quoted(template.plainText))" : name
    case .literal: return "literal \(quoted(first))"
    case .binary: return "binary \(BinarySyntax(reference: node).operator.rawValue)"
    case .unary: return "unary \(first)"
    case .splat, .splatStep: return "\(node.kind) \(node.flags.contains(.isFull) ? "[*]" : ".*")"
    case .attributeStep: return "attributeStep \(node.storage.text(ofToken: node.endToken - 1))"
    case .objectItem: return node.flags.contains(.hasBareKey) ? "item \(first)" : "item"
    case .forExpression:
      return "for" + (node.flags.contains(.isObject) ? " object" : "") + (node.flags.contains(.groups) ? " ..." : "")
    default: return "\(node.kind)"
    }
  }

  /// A text on one line.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
