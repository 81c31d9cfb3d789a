import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

/// Corpus/Conformance/parse: what the reference's parser makes of a job, or that it refuses it.
@Suite struct ParseConformanceTests {
  @Test(arguments: Corpus.cases("Conformance/parse"))
  func `the job is the reference's, or is refused as there`(name: String) throws {
    let expected = try #require(Corpus.json("Conformance/parse/\(name)/expected.json") as? [String: Any])
    let read = JobReader.read(ParseConformanceTests.input(name))
    guard let wanted = expected["Job"] else {
      #expect(read.diagnostics.contains { $0.severity == .error })
      #expect(read.diagnostics.allSatisfy { read.sources[$0.range.source] != nil })
      return
    }
    #expect(read.diagnostics.filter { $0.severity == .error } == [])
    let job = try #require(read.job)
    let actual = try JSONSerialization.jsonObject(with: Data(JobJSON.text(job).utf8)) as? [String: Any]
    let found = difference(wanted, actual?["Job"] ?? NSNull())
    if read.skipped.isEmpty {
      #expect(found == nil)
    } else {
      // Results of uuidv4 and bcrypt are unknown to us; the case shows their lengths.
      #expect(found?.contains("BCRYPT: missing") == true)
    }
  }

  @Test(arguments: Corpus.cases("Conformance/parse"))
  func `reading the printed job back gives the same job`(name: String) throws {
    let read = JobReader.read(ParseConformanceTests.input(name))
    guard !read.diagnostics.contains(where: { $0.severity == .error }), let job = read.job else { return }
    let text = JobJSON.text(job)
    let again = JobReader.read(JobInput(name: "job.json", bytes: Array(text.utf8)))
    #expect(again.diagnostics == [])
    #expect(again.job.map(JobJSON.text) == text)
  }

  /// The case as a run of the tool sees it. Files are read below the case's folder.
  private static func input(_ name: String) -> JobInput {
    let folder = "Conformance/parse/\(name)"
    let file = Corpus.exists("\(folder)/job.nomad.hcl") ? "job.nomad.hcl" : "job.nomad.json"
    var input = JobInput(name: file, bytes: Corpus.bytes("\(folder)/\(file)"))
    let options = Corpus.json("\(folder)/options.json") as? [String: Any] ?? [:]
    let pairs = { (key: String) in
      (options[key] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
    }
    input.assignments = pairs("vars").map { JobInput.Assignment($0.key, $0.value) }
    input.environment = pairs("env").map { JobInput.Assignment(String($0.key.dropFirst("NOMAD_VAR_".count)), $0.value) }
    input.variableFiles = (options["var_files"] as? [String] ?? []).map {
      JobInput.VariableFile(name: $0, bytes: Corpus.bytes("\(folder)/\($0)"))
    }
    if options["no_fs"] as? Bool != true { input.files = .folder(Corpus.path(folder)) }
    return input
  }
}

/// The first place where two JSON values differ, or nil.
func difference(_ wanted: Any, _ actual: Any, at path: String = "") -> String? {
  switch (wanted, actual) {
  case (let wanted as [String: Any], let actual as [String: Any]):
    for key in Set(wanted.keys).union(actual.keys).sorted() {
      guard let left = wanted[key], let right = actual[key] else {
        return "\(path).\(key): \(wanted[key] == nil ? "not wanted" : "missing")"
      }
      if let found = difference(left, right, at: "\(path).\(key)") { return found }
    }
    return nil
  case (let wanted as [Any], let actual as [Any]):
    guard wanted.count == actual.count else { return "\(path): wanted \(wanted.count) items, got \(actual.count)" }
    for (index, pair) in zip(wanted, actual).enumerated() {
      if let found = difference(pair.0, pair.1, at: "\(path)[\(index)]") { return found }
    }
    return nil
  default:
    let (left, right) = (wanted as? NSObject, actual as? NSObject)
    return left == right ? nil : "\(path): wanted \(wanted), got \(actual)"
  }
}

extension FileAccess {
  /// The files of one folder, for tests.
  static func folder(_ root: String) -> FileAccess {
    let resolve: @Sendable (String) -> String = { path in
      path.hasPrefix("/") ? path : path == "." ? root : "\(root)/\(path)"
    }
    return FileAccess(
      read: { (path: String) throws(FileAccess.Failure) in
        guard let data = FileManager.default.contents(atPath: resolve(path)) else { throw Failure("no such file") }
        return Array(data)
      },
      kind: { (path: String) throws(FileAccess.Failure) in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: resolve(path), isDirectory: &isFolder) else { return nil }
        return isFolder.boolValue ? .folder : .file
      },
      filesBelow: { (folder: String) throws(FileAccess.Failure) in
        (FileManager.default.enumerator(atPath: resolve(folder))?.compactMap { $0 as? String } ?? []).sorted()
      },
      expandHome: { (path: String) throws(FileAccess.Failure) in path },
      absolute: { (path: String) throws(FileAccess.Failure) in resolve(path) })
  }
}
