import Testing

@testable import JobSpec

@Suite struct VersionConstraintTests {
  @Test(arguments: [
    ("1.2", "1.2.0", true), ("v1.2.3", "1.2.3", true), ("1.2.3+ent", "1.2.3", true), ("1.2.3-rc.1", "1.2.3", false),
    ("1.2beta", "1.2-beta", true),
  ])
  func `equality ignores missing zeros and metadata`(left: String, right: String, equal: Bool) throws {
    #expect((try #require(VersionNumber(left)) == #require(VersionNumber(right))) == equal)
  }

  @Test(arguments: ["", "v", "1.", "x1", "1..2", "1.2-", "1.2-a..b", "1.2+", "99999999999999999999", "1.2 "])
  func `texts that are no strict version`(text: String) {
    #expect(VersionNumber(text, form: .strict) == nil)
  }

  @Test func `a pre-release may follow directly in the loose form only`() {
    #expect(VersionNumber("1.2beta1", form: .loose) != nil)
    #expect(VersionNumber("1.2beta1", form: .strict) == nil)
  }

  @Test(arguments: [
    ("1.0.0-alpha", "1.0.0"), ("1.0.0-alpha", "1.0.0-beta"), ("1.0.0-1", "1.0.0-alpha"), ("1.0.0-2", "1.0.0-10"),
    ("1.9", "1.10"), ("1.2.3", "1.2.3.1"),
  ])
  func `order`(lower: String, higher: String) throws {
    #expect(try #require(VersionNumber(lower)) < #require(VersionNumber(higher)))
  }

  @Test(arguments: [
    (">= 1.2, < 2", "1.9.9", true), (">= 1.2, < 2", "2.0", false), (">= 1.6", "1.7.0-rc.1", false),
    (">= 1.7.0-beta", "1.7.0-rc.1", true), (">= 1.6.0-beta", "1.7.0-rc.1", false), ("~> 1.2.3", "1.2.9", true),
    ("~> 1.2.3", "1.3.0", false), ("~> 1.2", "1.9", true), ("~> 1.2", "2.0", false), ("~> 1", "3", true),
    ("1.2", "1.2.0", true), ("!= 1.2", "1.3", true), (">=1.2", "1.2", true),
  ])
  func `the version flavour`(constraint: String, version: String, satisfied: Bool) throws {
    let parsed = try #require(VersionConstraint(constraint, flavour: .version))
    #expect(parsed.isSatisfied(by: try #require(VersionNumber(version))) == satisfied)
  }

  @Test(arguments: [
    (">= 1.6.0", "1.7.0-rc.1", true), ("> 1.7.0", "1.7.0-rc.1", false), ("< 1.7.0", "1.7.0-rc.1", true),
  ])
  func `the semver flavour orders pre-releases`(constraint: String, version: String, satisfied: Bool) throws {
    let parsed = try #require(VersionConstraint(constraint, flavour: .semver))
    #expect(parsed.isSatisfied(by: try #require(VersionNumber(version))) == satisfied)
  }

  @Test(arguments: [("newest", "newest"), (">= 1, latest", "latest"), ("", ""), (">= 1,", "")])
  func `a malformed term is named`(constraint: String, term: String) {
    #expect(VersionConstraint(constraint, flavour: .version) == nil)
    #expect(VersionConstraint.malformedTerm(in: constraint, flavour: .version) == term)
  }

  @Test func `semver has no pessimistic operator`() {
    #expect(VersionConstraint("~> 1.2.3", flavour: .semver) == nil)
    #expect(VersionConstraint("~> 1.2.3", flavour: .version) != nil)
  }
}
