import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// The field tables against the reference schema: names, JSON names, forms, deprecations.
@Suite struct FieldTableTests {
  private struct Block {
    var id: String
    var json: [String: Any]
    var name: String { json["name"] as? String ?? "" }
    var attributes: [[String: Any]] { json["attributes"] as? [[String: Any]] ?? [] }
    var parents: [String] { json["parents"] as? [String] ?? [] }
  }

  /// The reference's blocks below `job`, by id.
  nonisolated(unsafe) private static let reference: [Block] = {
    let root = Corpus.json("Reference/jobspec-schema.json") as? [String: Any]
    let blocks = root?["blocks"] as? [[String: Any]] ?? []
    return blocks.map { Block(id: $0["id"] as? String ?? "", json: $0) }
  }()

  /// Every schema of ours with the ids of the reference it stands for, found by walking both from `job`.
  private static func pairs() -> [(block: Block, facts: SchemaFacts)] {
    var result: [(Block, SchemaFacts)] = []
    var visited: Set<String> = []
    func visit(_ id: String, _ facts: SchemaFacts) {
      guard visited.insert(id).inserted, let block = reference.first(where: { $0.id == id }) else { return }
      result.append((block, facts))
      for child in reference where child.parents.contains(id) {
        guard let field = facts.fields.first(where: { $0.name == child.name && $0.form != .label }) else { continue }
        if let nested = field.nested?() { visit(child.id, nested) }
      }
    }
    visit("job", Job.schema.facts)
    return result
  }

  @Test func `the walk reaches every block that has a schema`() {
    let reached = Set(FieldTableTests.pairs().map(\.block.id))
    let wanted = FieldTableTests.reference.filter { block in
      block.json["body"] as? String == "schema" && !block.id.hasPrefix("variable") && block.id != "dynamic"
    }
    #expect(wanted.map(\.id).filter { !reached.contains($0) } == [])
  }

  @Test func `every attribute of the reference is a field, with its JSON name and type`() {
    for (block, facts) in FieldTableTests.pairs() {
      for attribute in block.attributes {
        let name = attribute["name"] as? String ?? ""
        guard let field = facts.fields.first(where: { $0.name == name && $0.form == .attribute }) else {
          Issue.record("\(block.id).\(name) is missing")
          continue
        }
        #expect(field.jsonName == attribute["json"] as? String ?? "", "\(block.id).\(name)")
        #expect(field.typeName == attribute["type"] as? String, "\(block.id).\(name)")
        let isDeprecated = attribute["deprecated"] is [String: Any]
        #expect((field.deprecation != nil) == isDeprecated, "\(block.id).\(name)")
      }
    }
  }

  @Test func `every block of the reference is a field, with its JSON name and number of labels`() {
    for (block, facts) in FieldTableTests.pairs() {
      for child in FieldTableTests.reference
      where child.parents.contains(block.id) && child.name != "dynamic" && child.id != "dynamic.content" {
        guard let field = facts.fields.first(where: { $0.name == child.name && $0.form.isBlock }) else {
          Issue.record("\(block.id) has no block \(child.name)")
          continue
        }
        let json = (child.json["json_by_parent"] as? [String: String])?[block.id]
        let isShared = ["vault", "secret"].contains(child.name) && block.id != "task" || json == nil
        #expect(field.jsonName == (isShared ? "" : json), "\(block.id).\(child.name)")
        let labels = (child.json["label"] as? [String: Any])?["count"] as? Int ?? 0
        #expect(field.labels.count == labels, "\(block.id).\(child.name)")
      }
    }
  }

  @Test func `no field of ours is unknown to the reference`() {
    for (block, facts) in FieldTableTests.pairs() {
      let known =
        block.attributes.compactMap { $0["name"] as? String }
        + FieldTableTests.reference.filter { $0.parents.contains(block.id) }.map(\.name)
      for field in facts.fields where field.form != .jsonOnly && field.form != .label {
        #expect(known.contains(field.name), "\(block.id).\(field.name)")
      }
    }
  }

  @Test func `every field says what it is in one line`() {
    for (block, facts) in FieldTableTests.pairs() {
      for field in facts.fields {
        let name = "\(block.id).\(field.name)\(field.jsonName)"
        #expect(field.summary.hasSuffix(".") && !field.summary.contains("\n"), "\(name)")
      }
    }
  }

  @Test func `required fields and values in force agree with the reference`() {
    for (block, facts) in FieldTableTests.pairs() {
      for attribute in block.attributes {
        guard let field = facts.fields.first(where: { $0.name == attribute["name"] as? String }) else { continue }
        let name = "\(block.id).\(field.name)"
        if attribute["required"] as? Bool == true { #expect(field.isRequired, "\(name)") }
        if let text = attribute["default"] as? String, !text.isEmpty { #expect(field.defaultText == text, "\(name)") }
        if let number = attribute["default"] as? Int, number != 0, field.typeName == "int" {
          #expect(field.defaultText == "\(number)", "\(name)")
        }
        #expect(field.since == attribute["since"] as? String, "\(name)")
      }
    }
  }
}
