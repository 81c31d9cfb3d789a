import HCLParser

/// Where a text comes from: a path as the user typed it, or found below a folder that was typed; or standard input.
enum InputFile: Sendable, Hashable {
  case path(String)
  /// Standard input under the name that messages give it.
  case standardInput(name: String)

  /// What messages call it.
  var name: String {
    switch self {
    case .path(let path): path
    case .standardInput(let name): name
    }
  }
}

/// Turns the operands of a command into files: folders are searched, everything else is taken as it is.
///
/// Below a folder, `*.nomad` and `*.nomad.hcl` count as job files by their name, other `*.hcl` where a `job` block
/// stands in them. Hidden folders are passed over, links to folders not followed.
struct JobFileSearch {
  var files: FileSystem
  var isRecursive = true
  /// How standard input is called.
  var inputName = "<stdin>"
  /// Whether a folder without job files is nothing to speak of.
  var allowsNoFile = false
  /// Whether a path given twice is meant twice.
  var keepsDoubles = false
  /// The end of the names of the files sought below folders, where it is not job files.
  var suffix: String?

  struct Result {
    var files: [InputFile] = []
    /// What could not be searched, as lines for the user.
    var problems: [String] = []
  }

  /// Files in the order of the operands, those of a folder in the order of their names; each path once.
  func files(for operands: [String]) -> Result {
    var result = Result()
    var seen: Set<[UInt8]> = []
    func add(_ file: InputFile) {
      // The one file that most runs are about needs no set.
      if operands.count == 1, result.files.isEmpty, file.name.utf8.elementsEqual(operands[0].utf8) {
        result.files.append(file)
        return
      }
      if seen.insert(Array(file.name.utf8)).inserted || keepsDoubles { result.files.append(file) }
    }
    for operand in operands {
      if operand == "-" {
        add(.standardInput(name: inputName))
        continue
      }
      do throws(FileFailure) {
        guard let status = try files.status(operand) else { throw FileFailure.missing }
        guard status.kind == .folder else {
          add(.path(operand))
          continue
        }
        var found: [String] = []
        search(operand, shown: operand == "." ? "" : operand, depth: 0, into: &found, &result.problems)
        for path in found { add(.path(path)) }
        if found.isEmpty, !allowsNoFile {
          result.problems.append("no \(suffix.map { "file called *\($0)" } ?? "job file") lies in \"\(operand)\"")
        }
      } catch {
        result.problems.append("cannot read \"\(operand)\": \(error.message)")
      }
    }
    return result
  }

  /// Deeper folders than this are no one's job files, and might be a file system that never ends.
  private static let depthLimit = 64

  private func search(
    _ folder: String, shown: String, depth: Int, into found: inout [String], _ problems: inout [String]
  ) {
    guard depth < Self.depthLimit else {
      problems.append("folders below \"\(folder)\" are nested too deeply to be searched")
      return
    }
    let entries: [FolderEntry]
    do {
      entries = try files.entries(folder)
    } catch {
      problems.append("cannot read \"\(folder)\": \(error.message)")
      return
    }
    for entry in entries {
      let path = Path.join(shown, entry.name)
      switch entry.kind {
      case .folder:
        guard isRecursive, entry.name.utf8.first != UInt8(ascii: ".") else { continue }
        search(path, shown: path, depth: depth + 1, into: &found, &problems)
      case .file:
        if isJobFile(path) { found.append(path) }
      case .other:
        continue
      }
    }
  }

  private func isJobFile(_ path: String) -> Bool {
    let name = Path.name(path)
    if let suffix { return name.hasSuffix(suffix) }
    if name.hasSuffix(".nomad") || name.hasSuffix(".nomad.hcl") { return true }
    guard name.hasSuffix(".hcl") else { return false }
    // A file that cannot be read is passed on: reading it again says why.
    guard let content = try? files.read(path) else { return true }
    return JobBlock.stands(in: content.bytes)
  }
}
