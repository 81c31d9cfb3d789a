#if canImport(Glibc)
  @preconcurrency internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension World {
  /// The world of this process.
  static func process() -> World {
    World(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: processEnvironment(),
      currentFolder: processFolder(),
      readInput: { () throws(FileFailure) in try Disk.readAll(0) },
      writeOutput: { (bytes) throws(FileFailure) in try Disk.writeAll(1, bytes) },
      writeError: { bytes in try? Disk.writeAll(2, bytes) }, files: .disk, terminal: .process(),
      interrupts: .process, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
  }

  private static func processEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    // Declared as non-optional on one system and as optional on another.
    let first: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    guard var entry = first else { return [:] }
    variables.reserveCapacity(64)
    while let text = entry.pointee {
      let pair = UnsafeRawBufferPointer(start: text, count: strlen(text))
      // The first of two entries with one name counts, as for `getenv`.
      if let equal = pair.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: pair[..<equal], as: UTF8.self)
        if variables[name] == nil { variables[name] = String(decoding: pair[(equal + 1)...], as: UTF8.self) }
      }
      entry = entry.successor()
    }
    return variables
  }

  private static func processFolder() -> String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(cString: folder)
  }
}

extension Terminal {
  static func process() -> Terminal {
    let begin = now()
    return Terminal(
      outputIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1, width: columns(),
      runsLong: { now() - begin > 500_000_000 })
  }

  /// Nanoseconds of a clock that only goes forward. It decides when to show progress, and nothing else.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  private static func columns() -> Int? {
    var size = winsize()
    for descriptor: Int32 in [1, 2] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }
}

extension Interrupts {
  /// The signals that people and systems end programs with.
  static let process = Interrupts(
    hold: { change(SIG_BLOCK) },
    isPending: {
      var pending = sigset_t()
      sigemptyset(&pending)
      sigpending(&pending)
      return signals.contains { sigismember(&pending, $0) == 1 }
    },
    release: { change(SIG_UNBLOCK) })

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static func change(_ how: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(how, &set, nil)
  }
}

extension Program {
  /// Runs the program in this process and ends it.
  package func main() -> Never { exit(run(in: .process()).rawValue) }
}
