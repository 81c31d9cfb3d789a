import HCLParser
import JobSpec

/// The settings for each file of a run: the nearest `.jobtool.hcl` upwards from it or the one named, then the flags.
struct SettingsTable: Sendable {
  private var byFolder: [String: SettingsFile] = [:]
  private let flags: RuleSettings
  private let isStrict: Bool
  private let currentFolder: String

  init(_ arguments: ParsedArguments, for files: [InputFile], in world: World) throws {
    currentFolder = world.currentFolder
    var flags = RuleSettings()
    if let text = arguments.value(.targetVersion) {
      guard let release = NomadRelease(text) else {
        throw Misuse("flag \"--target-version\" takes a release such as \"1.9\" or \"1.9.2\", not \"\(text)\"")
      }
      flags.target = release
      Self.note(release, arguments, world)
    }
    for assignment in arguments.values(.rule) {
      if let trouble = flags.set(assignment) { throw Misuse("flag \"--rule\": \(trouble)") }
    }
    self.flags = flags
    isStrict = arguments.isOn(.strict)

    var known: [String: SettingsFile] = [:]
    for folder in Set(files.map { Path.absolute($0.folder, from: currentFolder) }).sorted() {
      let path = try arguments.value(.config) ?? Self.nearest(to: folder, in: world)
      guard let path else { continue }
      if known[path] == nil {
        let settings = try Self.read(path, in: world)
        known[path] = settings
        // A flag beats the file.
        if flags.target == nil, let release = settings.rules.target { Self.note(release, arguments, world) }
      }
      byFolder[folder] = known[path]
    }
  }

  /// A release that does not exist, or is not known here, is no error: a newer Nomad must not stop anyone's CI. It is not
  /// passed over in silence either.
  private static func note(_ release: NomadRelease, _ arguments: ParsedArguments, _ world: World) {
    guard let doubt = release.doubt, !arguments.isOn(.quiet) else { return }
    world.complain("jobtool: note: \(doubt)")
  }

  /// What holds for the rules in a file.
  func rules(for file: InputFile) -> RuleSettings {
    var rules = settings(for: file)?.rules ?? RuleSettings()
    rules.override(with: flags)
    return rules
  }

  /// Whether warnings count as errors there.
  func isStrict(for file: InputFile) -> Bool { isStrict || settings(for: file)?.isStrict == true }

  private func settings(for file: InputFile) -> SettingsFile? {
    if byFolder.isEmpty { return nil }
    return byFolder[Path.absolute(file.folder, from: currentFolder)]
  }

  private static func nearest(to folder: String, in world: World) throws(FileFailure) -> String? {
    var folder = folder
    while true {
      let path = Path.join(folder, SettingsFile.name)
      // A folder above that may not be looked into has no settings for us.
      if (try? world.files.status(path))??.kind == .file { return path }
      if folder == "/" { return nil }
      folder = Path.parent(folder)
    }
  }

  private static func read(_ path: String, in world: World) throws -> SettingsFile {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try world.files.read(path).bytes
    } catch {
      throw Misuse.unreadable(path, error)
    }
    var sources = SourceSet()
    let read = SettingsFile.read(sources.add(name: path, bytes: bytes))
    guard read.diagnostics.isEmpty else {
      var renderer = DiagnosticText(sources)
      world.writeError(Array(read.diagnostics.map { renderer.text(of: $0) + "\n" }.joined().utf8))
      throw Misuse("the settings in \"\(path)\" cannot be used; see above")
    }
    return read.output
  }
}
