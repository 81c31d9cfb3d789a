import Files

/// A table of what the libraries do in a second, on one core, and what other programs do beside them:
///
///     Benchmarks [--sizes 1,10,100] [--only tree,written] [--nomadfmt PATH] [--python PATH] [FOLDER...]
///
/// Each row is measured in a process of its own, so that its memory is its own. `Benchmarks/run` builds what it takes.
@main struct Main {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--row", arguments.count == 3 {
      guard let work = Work(rawValue: arguments[1]), let input = Input(arguments[2]) else { return }
      print(work.measure(input.load()).line)
      return
    }
    if arguments.first == "--write", arguments.count == 3 {
      if let input = Input(arguments[1]), let text = input.load().first { Folder.write(text, to: arguments[2]) }
      return
    }
    var sizes = [1, 10, 100]
    var works = Work.allCases
    var peers = Peers()
    while let option = arguments.first, option.hasPrefix("--"), arguments.count > 1 {
      switch option {
      case "--sizes": sizes = arguments[1].split(separator: ",").compactMap { Int($0) }
      case "--only": works = arguments[1].split(separator: ",").compactMap { Work(rawValue: String($0)) }
      case "--nomadfmt": peers.nomadfmt = arguments[1]
      case "--python": peers.python = arguments[1]
      default: print("there is no option \"\(option)\"")
      }
      arguments.removeFirst(2)
    }
    Table.printHeader()
    let folders = arguments.map { Input.folder($0) }
    for work in works {
      var smaller: Measurement?
      for size in sizes {
        guard let result = measure(work, .generated(megabytes: size)) else { continue }
        let note = smaller.map { growth(from: $0, to: result) } ?? ""
        Table.printRow(work.name, Input.generated(megabytes: size).name, result, note)
        if [.tree, .values, .written].contains(work) { peers.remember(work, .generated(megabytes: size), result) }
        smaller = result
      }
      for input in [.files(count: 1000)] + folders {
        guard let result = measure(work, input) else { continue }
        Table.printRow(work.name, input.name, result, "")
        if [.tree, .values, .written].contains(work) { peers.remember(work, input, result) }
      }
    }
    guard works.count == Work.allCases.count else { return }
    peers.printReaders(folders)
    peers.printFormatters(arguments)
  }

  /// How the time grows with the size: 1 is linear.
  private static func growth(from smaller: Measurement, to larger: Measurement) -> String {
    let sizes = Double(larger.bytes) / Double(smaller.bytes)
    return "\(Table.short(larger.seconds / smaller.seconds)) times the time for \(Table.short(sizes)) times the text"
  }

  private static func measure(_ work: Work, _ input: Input) -> Measurement? {
    guard let result = ProcessResult.run(CommandLine.arguments[0], ["--row", work.rawValue, input.argument]),
      result.status == 0, var measurement = Measurement(line: result.output)
    else {
      Table.printRow(work.name, input.name, "failed", "", "", "")
      return nil
    }
    measurement.peakMemory = result.peakMemory
    return measurement
  }
}
