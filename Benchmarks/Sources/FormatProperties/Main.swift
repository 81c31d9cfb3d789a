import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds the promises of the formatter against files and seeded damage to them; `Fuzzing/run-properties` builds and runs it.
@main struct Main {
  static func main() {
    var seed: UInt64 = 1
    var mutations = 20
    var paths = Array(CommandLine.arguments.dropFirst())
    while let option = paths.first, option.hasPrefix("--"), paths.count > 1 {
      switch option {
      case "--seed": seed = UInt64(paths[1]) ?? seed
      case "--mutations": mutations = Int(paths[1]) ?? mutations
      default: stop("there is no option \"\(option)\"")
      }
      paths.removeFirst(2)
    }
    if paths.isEmpty { stop("name files or folders") }

    var tally = Tally()
    for file in paths.flatMap(Folder.files) {
      guard let bytes = Folder.bytes(of: file) else { stop("cannot read \"\(file)\"") }
      tally.files += 1
      tally.check(bytes, "\(file)")
      for number in 0..<UInt64(mutations) {
        let own = seed &+ number
        tally.check(Mutation.mutated(bytes, seed: own), "\(file) with --seed \(own) --mutations 1")
      }
    }
    print(
      "\(tally.files) files, \(tally.texts) texts with their mutations: \(tally.formatted) formatted, "
        + "\(tally.refused) do not parse, \(tally.jobs) read as a job without errors; \(tally.failures) promises broken"
    )
    exit(tally.failures == 0 ? 0 : 1)
  }

  private static func stop(_ message: String) -> Never {
    print("run-properties: \(message)")
    exit(2)
  }
}

/// What was seen so far.
struct Tally {
  var files = 0
  var texts = 0
  var formatted = 0
  var refused = 0
  var jobs = 0
  var failures = 0

  mutating func check(_ bytes: [UInt8], _ name: String) {
    texts += 1
    let outcome = FormatPromises.check(bytes)
    formatted += outcome.isFormatted ? 1 : 0
    refused += outcome.isFormatted ? 0 : 1
    jobs += outcome.isJob ? 1 : 0
    for broken in outcome.broken {
      failures += 1
      print("\(name): \(broken)")
    }
  }
}
