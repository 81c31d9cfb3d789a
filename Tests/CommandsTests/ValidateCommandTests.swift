import Foundation
import Testing

@testable import Commands

@Suite struct ValidateCommandTests {
  static let valid = """
    job "web" {
      group "app" {
        task "main" {
          driver = "exec"
          config {
            command = "true"
          }
        }
      }
    }

    """

  @Test func aValidFileIsSaid() {
    let world = MemoryWorld(files: ["web.nomad": Self.valid])
    #expect(world.run("validate", "web.nomad") == .init(code: 0, output: "no problem in 1 file\n", error: ""))
    #expect(world.run("validate", "--quiet", "web.nomad") == .init(code: 0, output: "", error: ""))
  }

  @Test func standardInputIsRead() {
    let world = MemoryWorld(input: Array(Self.valid.utf8))
    #expect(world.run("validate", "-").code == 0)
  }

  @Test func findingsGoToStandardOutput() {
    let world = MemoryWorld(files: ["web.nomad": "job \"web\" {\n"])
    let outcome = world.run("validate", "web.nomad")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("--> web.nomad:1:11"))
    #expect(outcome.error.isEmpty)
  }

  @Test func aFolderIsSearchedAndTheCurrentOneWithoutPaths() {
    let world = MemoryWorld(files: ["a/web.nomad": Self.valid, "a/b/c.nomad.hcl": "job {", "a/vars.hcl": "x = 1"])
    for arguments in [["validate", "a"], ["validate"]] {
      let outcome = world.run(arguments)
      #expect(outcome.code == 1)
      #expect(outcome.output.contains("--> a/b/c.nomad.hcl:1:"))
      #expect(outcome.output.contains("in 2 files"))
    }
  }

  @Test func aFolderWithoutJobFilesIsWrongUse() {
    let world = MemoryWorld(files: ["a/notes.txt": ""])
    let outcome = world.run("validate", "a")
    #expect(outcome.code == 2)
    #expect(outcome.error == "jobtool: no job file lies in \"a\"\n")
  }

  @Test func aMissingFileIsWrongUseThoughTheOthersAreChecked() {
    let world = MemoryWorld(files: ["web.nomad": "job {"])
    let outcome = world.run("validate", "none.nomad", "web.nomad")
    #expect(outcome.code == 2)
    #expect(outcome.error == "jobtool: cannot read \"none.nomad\": no such file or folder\n")
    #expect(outcome.output.contains("--> web.nomad:1:"))
  }

  @Test func anUnreadableFileSaysWhy() {
    let world = MemoryWorld(files: ["web.nomad": Self.valid])
    world.state.withLock { _ = $0.unreadable.insert("/home/user/web.nomad") }
    #expect(
      world.run("validate", "web.nomad").error == "jobtool: cannot read \"web.nomad\": permission denied\n")
  }

  @Test func jsonGoesToStandardOutputWhole() throws {
    let world = MemoryWorld(files: ["web.nomad": "job \"web\" {\n"])
    let outcome = world.run("validate", "--format", "json", "web.nomad")
    #expect(outcome.code == 1)
    #expect(outcome.error.isEmpty)
    let report = try ReportOutputTests.json(outcome.output)
    #expect((report["Summary"] as? [String: Int])?["Errors"] == 1)
  }

  @Test func syntaxAloneKnowsNoJobs() {
    let world = MemoryWorld(files: ["x.hcl": "what = ever\n", "y.json": "{\"a\": 1}", "z.json": "{\"a\": }"])
    #expect(world.run("validate", "--syntax-only", "x.hcl", "y.json").code == 0)
    #expect(world.run("validate", "--syntax-only", "z.json").code == 1)
    #expect(world.run("validate", "x.hcl").code == 1)
  }

  static let withVariable = """
    variable "command" { type = string }
    \(valid.replacingOccurrences(of: "\"true\"", with: "var.command"))
    """

  @Test func variablesComeFromFlagsFilesAndTheEnvironment() {
    let world = MemoryWorld(files: ["web.nomad": Self.withVariable, "x.vars": "command = \"from file\"\n"])
    func command(_ arguments: [String], _ environment: [String: String] = [:]) -> String? {
      let outcome = world.run(["parse"] + arguments + ["web.nomad"], environment: environment)
      guard let text = outcome.output.firstRange(of: "\"command\": \"") else { return nil }
      return String(outcome.output[text.upperBound...].prefix { $0 != "\"" })
    }
    #expect(command([]) == nil)
    #expect(command([], ["NOMAD_VAR_command": "from env", "OTHER": "x"]) == "from env")
    #expect(command(["-var-file=x.vars"], ["NOMAD_VAR_command": "from env"]) == "from file")
    #expect(command(["--var-file", "x.vars", "-var", "command=a=b"]) == "a=b")
  }

  @Test func aMissingVariableFileIsWrongUse() {
    let outcome = MemoryWorld(files: ["web.nomad": Self.valid]).run("validate", "--var-file", "none", "web.nomad")
    #expect(outcome.code == 2)
    #expect(outcome.error.hasPrefix("jobtool: cannot read \"none\": no such file or folder\n"))
  }

  @Test func anUndeclaredVariableIsAnErrorUnlessNomadsFlagSaysOtherwise() {
    let world = MemoryWorld(files: ["web.nomad": Self.valid])
    #expect(world.run("validate", "-var", "x=1", "web.nomad").code == 1)
    #expect(world.run("validate", "-var", "x=1", "-hcl2-strict=false", "web.nomad").code == 0)
  }

  @Test func aFileFunctionStaysBelowTheJobsFolder() {
    let job = Self.valid.replacingOccurrences(of: "\"true\"", with: "file(\"../secret\")")
    let world = MemoryWorld(files: ["web.nomad": job, "/home/secret": "hidden"])
    let outcome = world.run("validate", "web.nomad")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("--allow-file-access DIR"))
    #expect(world.run("validate", "--allow-file-access", "..", "web.nomad").code == 0)
    #expect(world.run("validate", "--allow-file-access=none", "web.nomad").code == 1)
  }

  private static let jobWithVariable = "variable \"command\" {\n  type = string\n}\n" + valid

  @Test func aVariableFileMayComeFromStandardInput() {
    let world = MemoryWorld(files: ["web.nomad": Self.jobWithVariable], input: Array("command = \"true\"\n".utf8))
    #expect(world.run("validate", "--var-file", "-", "web.nomad").code == 0)
  }

  @Test func aVariableFileThatIsNotThereIsNoQuestionOfOptions() {
    let world = MemoryWorld(files: ["web.nomad": Self.jobWithVariable])
    let outcome = world.run("validate", "--var-file", "none.hcl", "web.nomad")
    #expect(outcome == .init(code: 2, output: "", error: "jobtool: cannot read \"none.hcl\": no such file or folder\n"))
  }

  @Test func aVariableWithoutAValueIsPassedOverAndSaid() {
    let world = MemoryWorld(files: ["web.nomad": Self.valid])
    let outcome = world.run("validate", "--var", "command", "web.nomad")
    #expect(outcome.code == 0)
    #expect(
      outcome.error
        == "jobtool: \"--var command\" gives no value and is passed over: write \"--var command=VALUE\"\n")
  }

  @Test func aFindingInAFlagIsShownAtTheDeclarationWhereOnlyFilesCount() {
    let job = "variable \"count\" {\n  type = number\n}\n" + Self.valid
    let world = MemoryWorld(files: ["web.nomad": job])
    let annotation = world.run("validate", "--format", "github", "--var", "count=x", "web.nomad").output
    #expect(annotation.hasPrefix("::error file=web.nomad,line=2,endLine=2,col=10,endColumn=16,"))
    #expect(annotation.contains("::--var count: variable"))
    let sarif = world.run("validate", "--format", "sarif", "--var", "cuont=1", "--var", "count=1", "web.nomad").output
    #expect(!sarif.contains("\"uri\": \"--var"))
    #expect(sarif.contains("--var cuont: the job file declares no variable"))
  }
}
