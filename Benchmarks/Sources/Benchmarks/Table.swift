#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures work on one source and prints a row for each.
struct Table {
  let bytes: Int
  /// The median of this many runs counts.
  var runs = 15

  func measure(_ name: String, _ work: () -> Int) {
    var times: [Double] = []
    var checksum = 0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let time = clock.measure { checksum &+= work() }
      times.append(Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
    }
    let median = times.sorted()[runs / 2]
    let padded = name + String(repeating: " ", count: max(1, 28 - name.count))
    let speed = Double(bytes) / median / 1_000_000
    let best = Double(bytes) / (times.min() ?? median) / 1_000_000
    print("\(padded)\(Int(speed.rounded())) MB/s, best \(Int(best.rounded())) MB/s   (checksum \(checksum % 997))")
  }
}

/// The most memory the process has held, in kilobytes.
func peakMemory() -> Int? {
  var usage = rusage()
  #if canImport(Glibc)
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    return usage.ru_maxrss
  #else
    guard getrusage(RUSAGE_SELF, &usage) == 0 else { return nil }
    return usage.ru_maxrss / 1024
  #endif
}
