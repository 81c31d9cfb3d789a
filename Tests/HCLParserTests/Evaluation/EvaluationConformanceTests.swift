import Foundation
import HCLParser
import TestSupport
import Testing

/// The environments of tasks in the conformance cases, against what the reference made of them: values of expressions
/// and nothing else. Whole jobs are compared where jobs are read.
struct EvaluationConformanceTests {
  static let cases = Corpus.cases("Conformance/parse").filter {
    Corpus.exists("Conformance/parse/\($0)/job.nomad.hcl") && !Corpus.exists("Conformance/parse/\($0)/options.json")
      && expected($0) != nil && $0 != "dynamic-blocks"
  }

  private static func expected(_ name: String) -> [[String: String]]? {
    guard let object = Corpus.json("Conformance/parse/\(name)/expected.json") as? [String: Any],
      let job = object["Job"] as? [String: Any], let groups = job["TaskGroups"] as? [[String: Any]]
    else { return nil }
    let environments = groups.flatMap { group in
      (group["Tasks"] as? [[String: Any]] ?? []).map { $0["Env"] as? [String: String] ?? [:] }
    }
    return environments.contains { !$0.isEmpty } ? environments : nil
  }

  @Test(arguments: cases) func environmentsAreAsInTheReference(_ name: String) {
    let tree = SyntaxTree(parsing: Corpus.source("Conformance/parse/\(name)/job.nomad.hcl"))
    #expect(!tree.hasErrors)
    let context = context(of: tree, in: Corpus.path("Conformance/parse/\(name)"))
    var environments: [[String: String]] = []
    for job in tree.root.blocks(ofType: "job") {
      // Tasks of the job itself come before the groups.
      let tasks =
        job.body.blocks(ofType: "task") + job.body.blocks(ofType: "group").flatMap { $0.body.blocks(ofType: "task") }
      environments += tasks.map { environment(of: $0.body, context) }
    }
    // What differs from call to call upstream is unknown here.
    let expected = (Self.expected(name) ?? []).enumerated().map { index, environment in
      environment.filter { index >= environments.count || environments[index][$0.key] != "unknown" }
    }
    #expect(environments.map { $0.filter { $0.value != "unknown" } } == expected)
  }

  private func context(of tree: SyntaxTree, in folder: String) -> EvaluationContext {
    var defaults: [ValueFields.Entry] = []
    for block in tree.root.blocks(ofType: "variable") {
      guard let value = block.body.attribute(named: "default")?.value else { continue }
      var evaluator = Evaluator(context: .constant)
      var result = evaluator.value(of: value)
      if let type = block.body.attribute(named: "type")?.value,
        case .success(let type) = TypeExpression.type(from: type),
        case .success(let converted) = result.converted(to: type)
      {
        result = converted
      }
      defaults.append(.init(block.labels.first?.text ?? "", result))
    }
    var context = EvaluationContext(
      variables: ["var": .object(ValueFields(defaults)), "local": .object(ValueFields())],
      environment: FunctionEnvironment(files: files(in: folder)), unresolved: .keepAsRuntimeReference)
    let locals = tree.root.blocks(ofType: "locals").flatMap(\.body.attributes)
    // As often as there are locals: whatever they need of each other is there then.
    for _ in locals {
      var fields: [ValueFields.Entry] = []
      for local in locals {
        var evaluator = Evaluator(context: context)
        if let value = evaluator.valueWithoutError(of: local.value) { fields.append(.init(local.name, value)) }
      }
      context.variables["local"] = .object(ValueFields(fields))
    }
    return context
  }

  private func environment(of task: BodySyntax, _ context: EvaluationContext) -> [String: String] {
    var result: [String: String] = [:]
    var evaluator = Evaluator(context: context)
    for block in task.blocks(ofType: "env") {
      for attribute in block.body.attributes {
        result[attribute.name] = evaluator.value(of: attribute.value).text ?? "no text"
      }
    }
    if let attribute = task.attribute(named: "env") {
      switch evaluator.value(of: attribute.value).converted(to: .map(.string)) {
      case .success(let value):
        for field in value.fields ?? ValueFields() { result[field.key] = field.value.text ?? "unknown" }
      case .failure(let failure): Issue.record("\(failure.description)")
      }
    }
    #expect(evaluator.diagnostics.map(\.summary) == [])
    return result
  }

  private func files(in folder: String) -> FileAccess {
    @Sendable func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(folder)/\(name)" }
    return FileAccess(
      read: { (name) throws(FileAccess.Failure) in
        guard let data = FileManager.default.contents(atPath: path(name)) else {
          throw FileAccess.Failure("no such file")
        }
        return Array(data)
      },
      kind: { (name) throws(FileAccess.Failure) in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue ? .folder : .file
      },
      filesBelow: { (name) throws(FileAccess.Failure) in
        (FileManager.default.subpaths(atPath: path(name)) ?? []).filter {
          var isFolder: ObjCBool = false
          return FileManager.default.fileExists(atPath: "\(path(name))/\($0)", isDirectory: &isFolder)
            && !isFolder.boolValue
        }.sorted()
      },
      expandHome: { (name) throws(FileAccess.Failure) in name },
      absolute: { (name) throws(FileAccess.Failure) in path(name) })
  }
}
