extension NomadRelease {
  /// The newest release whose job files are known here.
  public static let newest = NomadRelease(2, 0, 5)
  /// The release after which 2.0 came.
  private static let lastOfFirstMajor = NomadRelease(1, 11)

  /// Why answers for this release mean less than they seem to, as a sentence without its full stop; nil where it is known.
  ///
  /// Patch releases are not counted: there are many, and hardly any changes what a job file may say.
  public var doubt: String? {
    let newest = NomadRelease.newest
    if (major, minor) > (newest.major, newest.minor) {
      return "Nomad \(self) is newer than what is known here; the answers are those of \(newest.major).\(newest.minor)"
    }
    let last = NomadRelease.lastOfFirstMajor
    if major == last.major, minor > last.minor {
      return "there is no Nomad \(self): after \(last) came 2.0; the answers are those of \(last)"
    }
    return major < 1 ? "Nomad \(self) is older than what is known here; the answers are those of 1.0" : nil
  }
}
