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

  @Test(arguments: [
    ("9.9", "Nomad 9.9 is newer than what is known here; the answers are those of 2.0"),
    ("2.1.3", "Nomad 2.1.3 is newer than what is known here; the answers are those of 2.0"),
    ("1.20", "there is no Nomad 1.20: after 1.11 came 2.0; the answers are those of 1.11"),
    ("0.12", "Nomad 0.12 is older than what is known here; the answers are those of 1.0"),
  ])
  func aReleaseThatIsNotKnownIsTold(_ release: String, _ note: String) {
    let world = Self.world("")
    let outcome = world.run("validate", "--target-version", release, "jobs")
    #expect(outcome.code == 0)
    #expect(outcome.error == "jobtool: note: \(note)\n")
    #expect(world.run("validate", "--quiet", "--target-version", release, "jobs").error.isEmpty)
    let settings = Self.world("target_version = \"\(release)\"\n")
    #expect(settings.run("validate", "jobs").error == "jobtool: note: \(note)\n")
    #expect(settings.run("validate", "--target-version", "1.9", "jobs").error.isEmpty)
  }

  @Test(arguments: ["1.0", "1.11.99", "2.0", "2.0.9"])
  func patchReleasesAreTakenAsKnown(_ release: String) {
    #expect(Self.world("").run("validate", "--target-version", release, "jobs").error.isEmpty)
  }
}
