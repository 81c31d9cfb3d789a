/// The lines that must go and come to turn one text into another: Myers' greedy algorithm on numbered lines.
struct LineDiff {
  /// A stretch of both texts: equal, or replaced. Line numbers from 0.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  let old: [ArraySlice<UInt8>]
  let new: [ArraySlice<UInt8>]
  /// What is replaced, in order; neighbours are apart by at least one equal line.
  private(set) var changes: [Change] = []

  init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let a = self.old.map { Self.number($0, &numbers) }
    let b = self.new.map { Self.number($0, &numbers) }
    changes = Self.changes(a, b)
  }

  /// Lines with their line ends.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// Equal lines have equal numbers: comparing them is then a matter of one instruction.
  private static func number(_ line: ArraySlice<UInt8>, _ numbers: inout [ArraySlice<UInt8>: Int]) -> Int {
    if let known = numbers[line] { return known }
    let next = numbers.count
    numbers[line] = next
    return next
  }

  private static func changes(_ a: [Int], _ b: [Int]) -> [Change] {
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let middleA = Array(a[start..<(a.count - end)])
    let middleB = Array(b[start..<(b.count - end)])
    let steps = path(middleA, middleB) ?? pairs(middleA, middleB)
    return joined(steps).map { change in
      Change(
        old: (change.old.lowerBound + start)..<(change.old.upperBound + start),
        new: (change.new.lowerBound + start)..<(change.new.upperBound + start))
    }
  }

  /// Time and memory grow with the square of the number of differing lines: beyond this many the texts are paired line
  /// by line instead, which for a formatter's work is the same.
  private static let limit = 1000

  /// The shortest edit script as single steps; nil where it takes more than `limit`.
  private static func path(_ a: [Int], _ b: [Int]) -> [Change]? {
    let (n, m) = (a.count, b.count)
    let most = min(n + m, limit)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int]] = []
    for d in 0...most {
      trace.append(Array(furthest[(middle - d)...(middle + d)]))
      for k in stride(from: -d, through: d, by: 2) {
        let goesDown = k == -d || k != d && furthest[middle + k - 1] < furthest[middle + k + 1]
        var x = goesDown ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1
        var y = x - k
        while x < n, y < m, a[x] == b[y] {
          x += 1
          y += 1
        }
        furthest[middle + k] = x
        if x >= n, y >= m { return steps(trace, d, n, m) }
      }
    }
    return nil
  }

  /// Walks back through what was furthest at each distance.
  private static func steps(_ trace: [[Int]], _ distance: Int, _ n: Int, _ m: Int) -> [Change] {
    var steps: [Change] = []
    var (x, y) = (n, m)
    for d in stride(from: distance, to: 0, by: -1) {
      let before = trace[d]
      let k = x - y
      // `before` holds the diagonals -d...d as they were after d - 1 steps.
      func at(_ k: Int) -> Int { before[k + d] }
      let goesDown = k == -d || k != d && at(k - 1) < at(k + 1)
      let previousK = goesDown ? k + 1 : k - 1
      let previousX = at(previousK)
      let previousY = previousX - previousK
      steps.append(
        goesDown
          ? Change(old: previousX..<previousX, new: previousY..<(previousY + 1))
          : Change(old: previousX..<(previousX + 1), new: previousY..<previousY))
      (x, y) = (previousX, previousY)
    }
    return steps.reversed()
  }

  /// Line by line where both have as many; else all of it is one change.
  private static func pairs(_ a: [Int], _ b: [Int]) -> [Change] {
    guard a.count == b.count else { return [Change(old: 0..<a.count, new: 0..<b.count)] }
    return a.indices.filter { a[$0] != b[$0] }.map { Change(old: $0..<($0 + 1), new: $0..<($0 + 1)) }
  }

  private static func joined(_ steps: [Change]) -> [Change] {
    var result: [Change] = []
    for step in steps where !step.old.isEmpty || !step.new.isEmpty {
      if let last = result.last, last.old.upperBound == step.old.lowerBound, last.new.upperBound == step.new.lowerBound
      {
        result[result.count - 1] = Change(
          old: last.old.lowerBound..<step.old.upperBound, new: last.new.lowerBound..<step.new.upperBound)
      } else {
        result.append(step)
      }
    }
    return result
  }
}
