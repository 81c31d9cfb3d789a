import JobSpec
import Testing

@testable import Planner

@Suite("Constraints")
struct ConstraintEvaluationTests {
  static let node: Node = {
    var node = Node(id: "id-1", name: "n1", datacenter: "dc1")
    node.nodeClass = ""
    node.pool = "gpu"
    node.attributes = [
      "kernel.name": "linux", "kernel.version": "6.1.0-13-amd64", "cpu.numcores": "16", "empty": "", "load": "0.5",
      "a.b}c": "odd", "features": "avx, sse4 ,aes", "nomad.version": "1.7.0-rc.1", "word": "banana",
    ]
    node.meta = ["rack": "r1", "r}-x": "odd too"]
    return node
  }()

  private func holds(_ attribute: String, _ comparison: String, _ value: String) -> Bool {
    CompiledConstraint(
      RequestedConstraint(attribute: attribute, comparison: comparison, value: value, owner: .job)
    ).holds(on: Self.node)
  }

  @Test(
    "Targets lead to what they name",
    arguments: [
      ("plain", "plain"), ("", ""), ("${node.unique.id}", "id-1"), ("${node.unique.name}", "n1"),
      ("${node.datacenter}", "dc1"), ("${node.class}", ""), ("${node.pool}", "gpu"), ("${attr.kernel.name}", "linux"),
      ("${attr.kernel.name", "linux"), ("${meta.rack}", "r1"), ("${meta.r}-x}", "odd too"), ("${meta.r}-x", "odd too"),
      ("${attr.a.b}c}", "odd"), ("${attr.missing}", nil), ("${meta.kernel.name}", nil), ("${node.region}", nil),
      ("${env.HOME}", nil), ("${NOMAD_TASK_DIR}", nil), ("${}", nil), ("rack-${meta.rack}", "rack-${meta.rack}"),
      ("${node.datacenter}x", nil), ("${attr.empty}", ""),
    ] as [(String, String?)])
  func targets(text: String, value: String?) { #expect(ConstraintTarget(text).value(on: Self.node) == value) }

  @Test(
    "Operators hold where the documentation says so",
    arguments: [
      ("${attr.kernel.name}", "=", "linux", true), ("${attr.kernel.name}", "==", "linux", true),
      ("${attr.kernel.name}", "is", "linux", true), ("${attr.kernel.name}", "=", "Linux", false),
      ("${attr.missing}", "=", "", false), ("${attr.empty}", "=", "", true),
      ("${attr.kernel.name}", "!=", "windows", true), ("${attr.kernel.name}", "not", "linux", false),
      ("${attr.missing}", "!=", "x", true), ("${attr.missing}", "!=", "", false),
      ("${attr.missing}", "!=", "${attr.other}", false), ("${attr.cpu.numcores}", ">", "8", true),
      ("${attr.cpu.numcores}", "<", "9", false), ("${attr.cpu.numcores}", ">=", "16", true),
      ("${attr.cpu.numcores}", "<=", "15.5", false), ("${attr.load}", "<", "0.75", true),
      ("${attr.load}", ">", ".25", true), ("${attr.word}", ">", "apple", true), ("${attr.word}", "<", "apple", false),
      // "16" and "9x" are no numbers both, so text decides.
      ("${attr.cpu.numcores}", "<", "9x", true), ("${attr.missing}", "<", "9", false),
      ("nan", "<", "1", false), ("nan", ">=", "nan", false), ("inf", ">", "1e308", true),
      // Too large for a fraction: text decides.
      ("1e999", "<", "2", true), ("+5", "=", "5", false), ("+5", "<=", "5", true), ("0x10", "<", "9", true),
      ("${attr.kernel.version}", "version", ">= 6.0", false), ("${attr.nomad.version}", "version", ">= 1.6", false),
      ("${attr.nomad.version}", "version", ">= 1.7.0-beta", true),
      ("${attr.nomad.version}", "semver", ">= 1.6.0", true),
      ("1.2.9", "version", "~> 1.2.3", true), ("1.3.0", "version", "~> 1.2.3", false),
      ("1.9", "version", "~> 1.2", true),
      ("1.9", "semver", "~> 1.2", false), ("1.2", "version", ">= 1.0, < 1.2", false),
      ("v1.2", "version", "= 1.2.0", true),
      ("abc", "version", ">= 1", false), ("1.2", "version", "abc", false),
      ("${attr.missing}", "version", ">= 0", false),
      ("${attr.kernel.name}", "regexp", "in", true), ("${attr.kernel.name}", "regexp", "^in", false),
      ("${attr.kernel.name}", "regexp", "(", false), ("${attr.missing}", "regexp", ".*", false),
      ("${attr.features}", "set_contains", "aes,avx", true),
      ("${attr.features}", "set_contains_all", "sse4, mmx", false),
      ("${attr.features}", "set_contains_any", "sse4, mmx", true),
      ("${attr.features}", "set_contains_any", "mmx", false),
      ("${attr.features}", "set_contains", "avx,", false), ("${attr.missing}", "set_contains", "", false),
      ("${attr.empty}", "is_set", "", true), ("${attr.missing}", "is_set", "", false),
      ("${attr.missing}", "is_not_set", "", true), ("${attr.empty}", "is_not_set", "", false),
      ("", "distinct_hosts", "true", true), ("${meta.rack}", "distinct_property", "", true),
      ("${attr.kernel.name}", "like", "linux", false), ("${attr.kernel.name}", "", "linux", false),
      ("linux", "=", "${attr.kernel.name}", true), ("x", "regexp", "${attr.word}", false),
      ("a banana", "regexp", "${attr.word}", true),
    ])
  func operators(attribute: String, comparison: String, value: String, expected: Bool) {
    #expect(holds(attribute, comparison, value) == expected)
  }

  @Test("Texts are compared byte by byte, not by what they look like")
  func bytes() { #expect(!holds("e\u{301}", "=", "\u{e9}")) }

  @Test(
    "What is unique to a node keeps classes from answering",
    arguments: [
      ("${node.unique.name}", true), ("${attr.unique.hostname}", true), ("${meta.unique.x}", true),
      ("${attr.kernel.name}", false), ("${node.class}", false), ("unique.x", false),
    ])
  func escaping(target: String, isUnique: Bool) {
    let left = RequestedConstraint(attribute: target, comparison: "=", value: "x", owner: .job)
    let right = RequestedConstraint(attribute: "x", comparison: "=", value: target, owner: .job)
    #expect(CompiledConstraint(left).isUnique == isUnique)
    #expect(CompiledConstraint(right).isUnique == isUnique)
  }

  @Test("A reason reads as Nomad prints it, with a blank after a unary operator")
  func reasons() {
    let unary = RequestedConstraint(attribute: "${meta.rack}", comparison: "is_set", value: "", owner: .job)
    #expect(CompiledConstraint(unary).text == "${meta.rack} is_set ")
  }
}
