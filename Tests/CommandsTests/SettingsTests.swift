import Testing

@testable import Commands

@Suite struct SettingsTests {
  static func world(_ settings: String, at path: String = ".jobtool.hcl") -> MemoryWorld {
    MemoryWorld(files: ["jobs/deep/web.nomad": LintCommandTests.untidy, path: settings])
  }

  @Test(arguments: ["jobs/deep/.jobtool.hcl", "jobs/.jobtool.hcl", ".jobtool.hcl", "/.jobtool.hcl"])
  func theNearestFileUpwardsHolds(_ path: String) {
    let world = Self.world("rules = {\n  layout-not-canonical = \"error\"\n}\n", at: path)
    #expect(world.run("lint", "jobs/deep/web.nomad").code == 1)
  }

  @Test func theNearerFileWinsAndFlagsWinOverBoth() {
    let world = Self.world("rules = { layout-not-canonical = \"error\" }\n")
    world.set("jobs/.jobtool.hcl", bytes: Array("strict = false\n".utf8))
    #expect(world.run("lint", "jobs/deep/web.nomad").code == 0)
    #expect(world.run("lint", "--config", ".jobtool.hcl", "jobs/deep/web.nomad").code == 1)
    let flags = ["lint", "--config=.jobtool.hcl", "--rule=layout-not-canonical=off", "jobs/deep/web.nomad"]
    #expect(world.run(flags).code == 0)
  }

  @Test func strictCanBeSet() {
    #expect(Self.world("strict = true\n").run("lint", "jobs").code == 1)
  }

  @Test(
    arguments: [
      "strikt = true\n", "strict = \"yes\"\n", "target_version = \"new\"\n", "rules = []\n",
      "rules = { x = \"off\" }\n",
      "rules = { layout-not-canonical = 1 }\n", "block {}\n", "strict = \n", "strict = var.x\n",
      "rules = { layout-not-canonical = \"loud\" }\n",
    ])
  func wrongSettingsAreWrongUseWithAPosition(_ text: String) {
    let outcome = Self.world(text).run("lint", "jobs")
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("--> /home/user/.jobtool.hcl:1:"))
    #expect(
      outcome.error.hasSuffix(
        "jobtool: the settings in \"/home/user/.jobtool.hcl\" cannot be used; see above\n  \"jobtool help lint\" lists the options\n"
      ))
  }

  @Test func aNamedFileMustExist() {
    let outcome = Self.world("").run("lint", "--config", "none.hcl", "jobs")
    #expect(outcome.code == 2)
    #expect(outcome.error.hasPrefix("jobtool: cannot read \"none.hcl\": no such file or folder\n"))
  }

  @Test func theTargetVersionIsAReleaseOfNomad() {
    let world = Self.world("target_version = \"1.9.2\"\n")
    #expect(world.run("validate", "jobs").code == 0)
    #expect(world.run("validate", "--target-version", "2", "jobs").code == 2)
    #expect(world.run("validate", "--target-version", "1.8", "jobs").code == 0)
  }
}
