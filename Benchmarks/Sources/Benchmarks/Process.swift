#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processor time of this process, in seconds: what other programs do on the machine disturbs it less than a clock.
enum ProcessorTime {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What a program of its own wrote and used.
struct ProcessResult {
  var output: String
  var status: Int32
  /// Processor time, its children's included where it waited for them.
  var seconds: Double
  /// By the clock.
  var elapsed: Double
  var peakMemory: Int

  /// Runs a program and waits for it; nil where it cannot be started. What it says on standard error is dropped.
  static func run(_ program: String, _ arguments: [String]) -> ProcessResult? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    let failure = posix_spawnp(&child, program, &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { return nil }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &buffer, buffer.count)
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { return nil }
    let elapsed = start.duration(to: clock.now)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    #if canImport(Glibc)
      let unit = 1024
    #else
      let unit = 1
    #endif
    return ProcessResult(
      output: String(decoding: output, as: UTF8.self), status: (status >> 8) & 0xFF,
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      elapsed: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18,
      peakMemory: Int(usage.ru_maxrss) * unit)
  }
}
