/// A release of Nomad that a job is meant for: `1.6`, `1.9.2`.
public struct NomadRelease: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 1 of `1.9.2`.
  public var major: Int
  /// The 9 of `1.9.2`.
  public var minor: Int
  /// The 2 of `1.9.2`; 0 where none is named.
  public var patch: Int

  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `1.9` or `1.9.2`, with or without `v`; nil for anything else. A release without patch is its first one.
  public init?(_ text: String) {
    guard let version = VersionNumber(text, form: .strict), version.prerelease.isEmpty,
      (2...3).contains(version.writtenSegments), let major = Int(exactly: version.segments[0]),
      let minor = Int(exactly: version.segments[1]), let patch = Int(exactly: version.segments[2])
    else { return nil }
    self.init(major, minor, patch)
  }

  /// The release whose answers the conformance cases record.
  public static let baseline = NomadRelease(1, 6, 5)

  public var description: String { patch == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(patch)" }

  public static func < (left: NomadRelease, right: NomadRelease) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
