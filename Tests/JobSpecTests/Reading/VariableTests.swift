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
    #expect(read.diagnostics.map(\.summary) == [#""description" takes text, not a list"#])
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

  @Test func `a name given several times on the command line has its last value, and no other is looked at`() {
    let declaration = "variable \"v\" { type = number }"
    #expect(value(declaration) { $0.assignments = [.init("v", "many"), .init("v", "2")] } == "2")
  }

  @Test(arguments: [
    ("bool", "yes", "write --var v=true"), ("bool", "No", "write --var v=false"),
    ("list(string)", "a, b", "write --var 'v=[\"a\", \"b\"]'"), ("list(number)", "1,2", "write --var 'v=[…]'"),
    ("map(string)", "a=b", "write --var 'v={ name = … }'"), ("list(string)", "\"a\"", "put it in brackets: [\"a\"]"),
    ("number", "512MB", "write the number alone: 512"), ("number", "0x10", "write a number"),
  ])
  func `a text that does not fit is answered with one that would`(type: String, text: String, help: String) {
    let read = read("variable \"v\" { type = \(type) }\n\(task)") { $0.assignments = [.init("v", text)] }
    #expect(read.diagnostics.map(\.help) == [help])
    #expect(read.diagnostics.map(\.rule) == [.variableWrongValue])
  }

  @Test func `an expression that is broken says so, and where its variable is declared`() {
    let read = read("variable \"v\" { type = list(list(string)) }\n\(task)") {
      $0.environment = [.init("v", "[[\"a\"]")]
    }
    #expect(read.diagnostics.map(\.summary) == ["this list is not closed"])
    #expect(read.diagnostics.first?.related.last?.message == "the variable is declared here")
  }

  @Test func `the part of a value that does not fit is the place of the report`() {
    let read = read("variable \"v\" { type = object({ a = list(number) }) }\n\(task)") {
      $0.variableFiles = [
        .init(name: "a.hcl", bytes: Array(#"v = { "a" = [1, "x"] }"#.utf8)),
        .init(name: "b.json", bytes: Array(#"{"v": {"a": [1, "y"]}}"#.utf8)),
      ]
    }
    #expect(read.diagnostics.map { read.sources.text(of: $0.range) } == ["\"x\"", "\"y\""])
    #expect(read.diagnostics.map(\.annotation) == ["this is \"x\", at .a[1]", "this is \"y\", at .a[1]"])
  }

  @Test(arguments: ["v = \"x", "v \"x\"", "{\"v\":"])
  func `a variable file that cannot be read leaves no variable unset`(text: String) {
    let read = read("variable \"v\" {}\n\(task)") {
      $0.variableFiles = [.init(name: "a.vars", bytes: Array(text.utf8))]
    }
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.rule.name.hasPrefix("syntax-") == true)
  }

  @Test(arguments: [
    "variable { default = 1 }", "variable \"v\" \"w\" { default = 1 }", "variable \"1\" { default = 1 }",
    "variables = { v = 1 }", "variables {\n v {\n }\n}", "variable \"v\" {\n default {\n }\n}",
    "variable \"v\" {}\nvariable \"v\" { default = 1 }", "variable \"v\" [\n",
    "variable \"v\" {\n type = nonsense\n}",
  ])
  func `a declaration that is broken is one report, not one more for each use`(declaration: String) {
    let read = read("\(declaration)\n\(task)")
    #expect(read.diagnostics.map(\.severity) == [.error])
  }

  @Test func `a validation speaks of nothing but its variable, whatever the root of the name`() {
    check(
      """
      variable "a" {
        default = ["x"]
        validation {
          condition     = length([for k, v in var.a : v if k > 0 || v == "x"]) > 0
          error_message = "Yes."
        }
        validation {
          condition     = var.a == node.x
          #                        ^^^^^^ error[variable-malformed-validation]: the validation of variable "a" may speak of var.a only, not of node.x
          error_message = "No."
        }
        validation "label" {
          #        ^^^^^^^ error[schema-extra-label]: "validation" takes no label
          condition     = local.b != var.a
          #               ^^^^^^^ error[variable-malformed-validation]: the validation of variable "a" may speak of var.a only, not of local.b
          error_message = "No."
        }
        validation = 1
        #^^^^^^^^^ error[schema-attribute-for-block]: "validation" is a block, not an attribute
      }
      job "a" {}
      """)
  }

  @Test func `a type as long as a file is not written out`() {
    let attributes = (0..<5_000).map { "a\($0) = string" }.joined(separator: ", ")
    let read = read("variable \"v\" {\n  type = object({\(attributes)})\n}\n\(task)") {
      $0.assignments = [.init("v", "{}")]
    }
    #expect(read.diagnostics.count == 1)
    #expect((read.diagnostics.first?.summary.utf8.count ?? 0) < 200)
  }

  @Test func `a name that stands twice in a JSON object is refused, as in HCL`() {
    let read = read("variable \"v\" {}\n\(task)") {
      $0.variableFiles = [.init(name: "a.json", bytes: Array(#"{"v": 1, "v": 2}"#.utf8))]
    }
    #expect(read.diagnostics.map(\.summary) == ["\"v\" is set twice"])
    let json = #"{"variable": {"v": {"default": 1, "default": 2}}, "job": {"a": {}}}"#
    #expect(self.read(json).diagnostics.map(\.summary) == ["\"default\" is set twice"])
  }
}
