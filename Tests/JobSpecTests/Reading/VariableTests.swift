import HCLParser
import JobSpec
import TestSupport
import Testing

/// Variables and locals. `reference/jobspec.md` section 2.
@Suite struct VariableTests {
  private let task = """
    job "a" {
      group "g" {
        task "t" {
          env = {
            V = jsonencode(var.v)
          }
        }
      }
    }
    """

  private func read(_ text: String, _ change: (inout JobInput) -> Void = { _ in }) -> ReadJob {
    var input = JobInput(name: "test.nomad.hcl", bytes: Array(text.utf8))
    change(&input)
    return JobReader.read(input)
  }

  private func value(_ declaration: String, _ change: (inout JobInput) -> Void = { _ in }) -> String? {
    let read = read("\(declaration)\n\(task)", change)
    #expect(read.diagnostics == [])
    return read.job?.groups[0].tasks[0].env?["V"]
  }

  private func check(_ text: String) {
    let source = AnnotatedSource(text)
    for line in source.disagreements(with: read(text).diagnostics) { Issue.record("\(line)") }
  }

  @Test(arguments: [
    ("v.json", #"{"v": "a", "v": "b"}"#, #""v" is set twice"#),
    ("v.json", #"{"v": "a""#, #"the text ends before a closing "}""#),
    ("v.hcl", #""v" = "a""#, "the name of an attribute is not quoted"),
    ("v.hcl", "variable \"v\" {\n  default = 1\n}\n", "a variable file gives values; it declares no variables"),
  ])
  func `of a variable file that cannot be read the cause is told, and nothing else`(
    name: String, text: String, summary: String
  ) {
    var input = JobInput(name: "a.hcl", bytes: Array("variable \"v\" {}\njob \"x\" {\n  name = var.v\n}\n".utf8))
    input.variableFiles = [JobInput.VariableFile(name: name, bytes: Array(text.utf8))]
    #expect(JobReader.read(input).diagnostics.map(\.summary) == [summary])
  }

  @Test func `the description of a variable is text, or what makes text`() {
    let text = """
      variable "a" {
        default     = 1
        description = 5
      }
      variable "b" {
        default     = 1
        description = ["what it is for"]
      }
      job "x" {}
      """
    let read = JobReader.read(JobInput(name: "a.hcl", bytes: Array(text.utf8)))
    #expect(read.variables.declaration(of: "a")?.description == "5")
    #expect(read.diagnostics.map(\.summary) == [#""description" takes text"#])
    #expect(read.diagnostics.map { read.sources.text(of: $0.range) } == [#"["what it is for"]"#])
  }

  @Test func `each way of giving a value beats those before it`() {
    let declaration = #"variable "v" { default = "default" }"#
    #expect(value(declaration) == #""default""#)
    #expect(value(declaration) { $0.environment = [.init("v", "environment")] } == #""environment""#)
    let all: (inout JobInput) -> Void = { input in
      input.environment = [.init("v", "environment")]
      input.variableFiles = [
        .init(name: "a.hcl", bytes: Array(#"v = "first""#.utf8)),
        .init(name: "b.json", bytes: Array(#"{"v": "second"}"#.utf8)),
      ]
    }
    #expect(value(declaration, all) == #""second""#)
    #expect(
      value(declaration) { input in
        all(&input)
        input.assignments = [.init("v", "one"), .init("v", "two")]
      } == #""two""#)
  }

  @Test(arguments: [
    (#"variable "v" { type = string }"#, #"["a"]"#, #""[\"a\"]""#),
    (#"variable "v" {}"#, "5", #""5""#),
    (#"variable "v" { default = 1 }"#, "41", "41"),
    (#"variable "v" { type = number }"#, " 7", "?"),
    (#"variable "v" { type = bool }"#, "true", "true"),
    (#"variable "v" { type = bool }"#, #""1""#, "true"),
    (#"variable "v" { type = list(number) }"#, "[3, \"2\"]", "[3,2]"),
    (#"variable "v" { default = ["q"] }"#, #"["r"]"#, #"["r"]"#),
    (#"variable "v" { type = map(string) }"#, "{a = 1}", #"{"a":"1"}"#),
    (#"variable "v" { type = object({a = string, b = number}) }"#, #"{a = "x", b = 2, c = 3}"#, #"{"a":"x","b":2}"#),
  ])
  func `a text from the command line becomes a value of the declared type`(
    declaration: String, text: String, result: String
  ) {
    let read = read("\(declaration)\n\(task)") { $0.assignments = [.init("v", text)] }
    let actual = read.diagnostics.isEmpty ? read.job?.groups[0].tasks[0].env?["V"] : "?"
    #expect(actual == result)
  }

  @Test(arguments: [
    ("variable \"v\" { type = bool }", "yes"), ("variable \"v\" { default = [\"q\"] }", "[\"a\", \"b\"]"),
    ("variable \"v\" { type = number }", "many"), ("variable \"v\" { type = list(string) }", "[\"a\""),
    ("variable \"v\" { type = list(string) }", "[var.x]"),
    ("variable \"v\" { type = list(string) }", "split(\",\", \"a\")"),
  ])
  func `a text that does not fit is refused, once, at the text`(declaration: String, text: String) {
    let read = read("\(declaration)\n\(task)") { $0.assignments = [.init("v", text)] }
    #expect(read.diagnostics.filter { $0.severity == .error }.count == 1)
    #expect(read.diagnostics.first.map { read.sources[$0.range.source]?.name } == "--var v")
  }

  @Test func `variables that nothing sets name the ways to set them`() {
    let read = read("variable \"image\" {}\njob \"a\" {}")
    #expect(read.diagnostics.map(\.summary) == ["variable \"image\" has no value"])
    #expect(read.diagnostics[0].help?.contains("--var image=") == true)
    #expect(read.diagnostics[0].help?.contains("NOMAD_VAR_image") == true)
    #expect(read.sources.text(of: read.diagnostics[0].range) == "\"image\"")
  }

  @Test func `unset variables may be allowed: what depends on them is passed over and counted`() {
    let read = read(
      """
      variable "v" {}
      job "a" {
        datacenters = [var.v]
        name = "n"
        group "g" {
          count = var.v
          task "t" {
            config { image = "x:${var.v}" }
            env = { A = "1", B = var.v }
          }
        }
      }
      """
    ) { $0.allowsUnsetVariables = true }
    #expect(read.diagnostics.map(\.severity) == [.info])
    #expect(read.diagnostics.map(\.detail) == ["4 values were not checked because of it."])
    #expect(read.skipped.count == 4)
    #expect(read.variables.unset == ["v"])
    #expect(read.job?.datacenters == nil)
    #expect(read.job?.groups[0].count == nil)
    #expect(read.job?.groups[0].tasks[0].env == ["A": "1"])
  }

  @Test func `undeclared names are errors in files and flags, warnings where allowed, nothing in the environment`() {
    let give: (inout JobInput) -> Void = { input in
      input.environment = [.init("other", "1")]
      input.variableFiles = [.init(name: "a.hcl", bytes: Array("imag = 1".utf8))]
      input.assignments = [.init("imgae", "1")]
    }
    let text = "variable \"image\" { default = 1 }\njob \"a\" {}"
    let strict = read(text, give)
    #expect(strict.diagnostics.map(\.severity) == [.error, .error])
    #expect(strict.diagnostics.map(\.help) == ["did you mean \"image\"?", "did you mean \"image\"?"])
    let loose = read(text) { input in
      give(&input)
      input.refusesUndeclaredVariables = false
    }
    #expect(loose.diagnostics.map(\.severity) == [.warning, .warning])
  }

  @Test func `declarations that cannot be are refused`() {
    check(
      """
      variable "1st" {}
      #        ^^^^^ error[variable-malformed-name]: "1st" cannot name a variable
      variable "a" { default = 1 }
      variable "a" { default = 2 }
      #        ^^^ error[variable-duplicate]: variable "a" is declared twice
      variable "b" {
        default = upper("x")
        #         ^^^^^ error[eval-functions-not-allowed]: functions cannot be used here
      }
      variable "c" {
        type    = string
        default = var.a
        #         ^^^ error[eval-variables-not-allowed]: variables cannot be used here
      }
      variable "d" {
        typo = string
        #^^^ error[schema-unknown-attribute]: "variable" has no "typo"
        default = 1
      }
      job "a" {}
      """)
  }

  @Test func `a value must keep the rule of its declaration`() {
    let declaration = """
      variable "v" {
        type = number
        validation {
          condition     = var.v > 0 && var.v < 10
          error_message = "Between one and nine."
        }
      }
      """
    #expect(value(declaration) { $0.assignments = [.init("v", "5")] } == "5")
    let read = read("\(declaration)\n\(task)") { $0.assignments = [.init("v", "50")] }
    #expect(read.diagnostics.map(\.summary) == ["variable \"v\" breaks its own rule: Between one and nine."])
    #expect(read.diagnostics.map(\.detail) == ["The value comes from the command line."])
  }

  @Test func `a rule speaks of its own variable, and only of that`() {
    check(
      """
      variable "a" { default = 1 }
      variable "b" {
        default = 1
        validation {
          condition     = var.a > 0
          #               ^^^^^ error[variable-malformed-validation]: the validation of variable "b" may speak of var.b only, not of var.a
          error_message = "No."
        }
        validation {
          condition     = true
          #               ^^^^ error[variable-malformed-validation]: the validation of variable "b" does not mention var.b
          error_message = "No."
        }
        validation {
          condition     = var.b
          #               ^^^^^ error[variable-malformed-validation]: the validation of variable "b" gives neither true nor false
          error_message = "No."
        }
        validation {
        #^^^^^^^^^ error[schema-missing-attribute]: "validation" needs the attribute "error_message"
          condition     = var.b > 0
        }
        validation {
          condition     = var.b > 0
          error_message = " "
          #               ^^^ error[variable-malformed-validation]: "error_message" takes a text that says what is wrong
        }
      }
      job "a" {}
      """)
  }

  @Test func `a variable file gives values and nothing else`() {
    let read = read("variable \"v\" { default = 1 }\n\(task)") {
      $0.variableFiles = [.init(name: "a.vars", bytes: Array("variable \"v\" {\n  default = 2\n}\n".utf8))]
    }
    #expect(read.diagnostics.map(\.summary) == ["a variable file gives values; it declares no variables"])
    #expect(read.diagnostics.map(\.help) == ["declare the variable in the job file; here write: v = …"])
  }
}
