import Foundation
import TestSupport
import Testing

/// The rules of `ARCHITECTURE.md` that a machine can hold.
@Suite("House rules")
struct HouseRulesTests {
  static let swiftFiles: [String] = {
    var files: [String] = []
    for folder in ["Sources", "Tests"] {
      let root = "\(Corpus.repository)/\(folder)"
      guard let walk = FileManager.default.enumerator(atPath: root) else { continue }
      for case let path as String in walk where path.hasSuffix(".swift") { files.append("\(folder)/\(path)") }
    }
    return files.sorted()
  }()

  static func lines(of file: String) -> [String] {
    let data = FileManager.default.contents(atPath: "\(Corpus.repository)/\(file)") ?? Data()
    return String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
  }

  @Test("No source file is longer than 400 lines")
  func filesAreSmall() {
    let long = Self.swiftFiles.filter { $0.hasPrefix("Sources/") && Self.lines(of: $0).count > 401 }
    #expect(long == [])
  }

  @Test("Sources import nothing but the C library and the package's own targets")
  func importsAreAllowed() {
    let allowed: Set<String> = [
      "HCLParser", "HCLFormat", "JobSpec", "Planner", "Commands", "Glibc", "Musl", "Darwin", "Dispatch",
      "Synchronization",
    ]
    var forbidden: [String] = []
    for file in Self.swiftFiles where file.hasPrefix("Sources/") {
      for line in Self.lines(of: file) {
        // Attributes such as "@preconcurrency" hide nothing from this look.
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count, index <= 2 else { continue }
        guard words[..<index].allSatisfy({ ["public", "internal", "package", "private", "fileprivate"].contains($0) })
        else { continue }
        // The one door to the standard library's normalisation of text.
        if file == "Sources/HCLParser/Evaluation/Normalisation.swift", words[index + 1] == "Swift" { continue }
        if !allowed.contains(String(words[index + 1])) { forbidden.append("\(file): \(line)") }
      }
    }
    #expect(forbidden == [])
  }

  @Test("The package has no dependency")
  func noDependency() {
    #expect(!Self.lines(of: "Package.swift").contains { $0.contains(".package(") })
  }
}
