/// How file functions reach files. Libraries read no disk: whoever runs them lends these, already confined as the user said.
public struct FileAccess: Sendable {
  /// Why a file could not be had. The text stands after the path: `"x.txt": no such file`.
  public struct Failure: Error, Sendable {
    /// A few words, lower case at the start, no full stop.
    public var message: String
    public init(_ message: String) { self.message = message }
  }

  /// What stands at a path, links followed; `other` is a pipe, a device or the like.
  public enum Kind: Sendable { case file, folder, other }

  /// The bytes of a file. Paths are as written in the call, after `~` is expanded by `expandHome`.
  public var read: @Sendable (_ path: String) throws(Failure) -> [UInt8]
  /// What stands at a path, or nil where nothing does.
  public var kind: @Sendable (_ path: String) throws(Failure) -> Kind?
  /// All regular files below a folder, relative to it, in byte order; none where there is no such folder.
  public var filesBelow: @Sendable (_ folder: String) throws(Failure) -> [String]
  /// The path with a leading `~` replaced.
  public var expandHome: @Sendable (_ path: String) throws(Failure) -> String
  /// The absolute form of a path.
  public var absolute: @Sendable (_ path: String) throws(Failure) -> String
  /// False where file functions are off as a whole: then `basename` and its like fail too.
  public var isEnabled: Bool

  public init(
    isEnabled: Bool = true,
    read: @escaping @Sendable (String) throws(Failure) -> [UInt8],
    kind: @escaping @Sendable (String) throws(Failure) -> Kind?,
    filesBelow: @escaping @Sendable (String) throws(Failure) -> [String],
    expandHome: @escaping @Sendable (String) throws(Failure) -> String,
    absolute: @escaping @Sendable (String) throws(Failure) -> String
  ) {
    self.isEnabled = isEnabled
    self.read = read
    self.kind = kind
    self.filesBelow = filesBelow
    self.expandHome = expandHome
    self.absolute = absolute
  }

  /// No file is open to functions: each of them fails and says so.
  public static let refused: FileAccess = {
    let reason = "file functions are switched off"
    return FileAccess(
      isEnabled: false,
      read: { (_) throws(Failure) in throw Failure(reason) },
      kind: { (_) throws(Failure) in throw Failure(reason) },
      filesBelow: { (_) throws(Failure) in throw Failure(reason) },
      expandHome: { (_) throws(Failure) in throw Failure(reason) },
      absolute: { (_) throws(Failure) in throw Failure(reason) })
  }()
}
