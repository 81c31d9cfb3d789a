import HCLParser
import JobSpec
import TestSupport
import Testing

/// Locals. `reference/jobspec.md` section 2.3.
@Suite struct LocalTests {
  private func read(_ text: String) -> ReadJob {
    JobReader.read(JobInput(name: "test.nomad.hcl", bytes: Array(text.utf8)))
  }

  @Test func `locals are evaluated in the order of need`() {
    let read = read(
      """
      locals {
        c = "${local.b}-c"
        a = "a"
      }
      locals {
        b = join("-", [local.a, "b", node.unique.name])
      }
      job "x" {
        name = local.c
      }
      """)
    #expect(read.diagnostics == [])
    #expect(read.job?.name == "a-b-${node.unique.name}-c")
  }

  @Test func `a circle is one error that names its members`() {
    let read = read(
      """
      locals {
        a = local.b
        b = local.c
        c = local.a
        d = local.a
      }
      job "x" {
        name = local.d
      }
      """)
    #expect(
      read.diagnostics.map(\.summary) == ["local \"a\" needs itself: local.a → local.b → local.c → local.a"])
  }

  @Test func `a name defined twice is an error, wherever`() {
    let read = read("locals {\n  a = 1\n}\nlocals {\n  a = 2\n}\njob \"x\" {}")
    #expect(read.diagnostics.map(\.rule) == [.localDuplicate])
  }

  @Test func `a local that fails is reported once`() {
    let read = read("locals {\n  a = upper(1, 2)\n  b = local.a\n}\njob \"x\" {\n  name = local.b\n}")
    #expect(read.diagnostics.count == 1)
  }

  @Test func `a long chain of locals ends`() {
    let lines = (0..<2_000).map { "  l\($0) = local.l\($0 + 1)" }.joined(separator: "\n")
    let read = read("locals {\n\(lines)\n  l2000 = \"end\"\n}\njob \"x\" {\n  name = local.l0\n}")
    #expect(read.job?.name == "end")
  }

  @Test func `a local that is looked up by a computed name may stand before the one it needs`() {
    let read = read(
      """
      locals {
        d = upper(local.c)
        c = local["b${1}"]
        all = join(",", keys(local))
        a = "a"
        b1 = "b"
      }
      job "x" {
        name = "${local.c}${local.d}"
      }
      """)
    #expect(read.diagnostics == [])
    #expect(read.job?.name == "bB")
  }
}
