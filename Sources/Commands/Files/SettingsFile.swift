import HCLParser
import JobSpec

/// The settings of a `.jobtool.hcl`:
///
///     target_version = "1.9"
///     strict         = true
///     rules = {
///       port-unused = "off"
///     }
///
/// Nothing in it can open files or run anything: it may come from a stranger's repository.
struct SettingsFile: Sendable {
  static let name = ".jobtool.hcl"

  var rules = RuleSettings()
  var isStrict: Bool?

  init() {}

  /// Reads the text of a settings file. What is wrong in it is an error of the run: half-read settings help no one.
  static func read(_ source: SourceText) -> Diagnosed<SettingsFile> {
    let tree = SyntaxTree(parsing: source)
    var settings = SettingsFile()
    var diagnostics = tree.diagnostics
    if tree.hasErrors { return Diagnosed(settings, diagnostics) }
    for item in tree.root.items {
      switch item {
      case .block(let block):
        diagnostics.append(
          Diagnostic(.error, "settings-unknown", "settings have no block \"\(block.type)\"", at: block.typeRange))
      case .attribute(let attribute):
        settings.read(attribute, &diagnostics)
      }
    }
    return Diagnosed(settings, diagnostics)
  }

  private mutating func read(_ attribute: AttributeSyntax, _ diagnostics: inout [Diagnostic]) {
    var evaluator = Evaluator(context: .constant)
    let value = evaluator.value(of: attribute.value)
    diagnostics += evaluator.diagnostics
    func wrong(_ expected: String) {
      diagnostics.append(
        Diagnostic(.error, "settings-wrong-value", "\"\(attribute.name)\" takes \(expected)", at: attribute.value.range)
      )
    }
    switch attribute.name {
    case "strict":
      guard case .bool(let isOn) = value else { return wrong("true or false") }
      isStrict = isOn
    case "target_version":
      guard case .string(let text) = value, let release = NomadRelease(text) else {
        return wrong("a release of Nomad such as \"1.9\" or \"1.9.2\"")
      }
      rules.target = release
    case "rules":
      guard case .object(let levels) = value else {
        return wrong("rule ids with their levels: { port-unused = \"off\" }")
      }
      for entry in levels {
        guard case .string(let level) = entry.value else { return wrong("levels in quotes: \"error\", \"off\", …") }
        if let trouble = rules.set("\(entry.key)=\(level)") {
          diagnostics.append(Diagnostic(.error, "settings-wrong-value", trouble, at: attribute.value.range))
        }
      }
    default:
      let nearest = NameSuggestion.nearest(to: attribute.name, among: ["strict", "target_version", "rules"])
      diagnostics.append(
        Diagnostic(
          .error, "settings-unknown", "settings have no attribute \"\(attribute.name)\"", at: attribute.nameRange,
          help: nearest.map { "did you mean \"\($0)\"?" } ?? "there are \"strict\", \"target_version\" and \"rules\""))
    }
  }
}
