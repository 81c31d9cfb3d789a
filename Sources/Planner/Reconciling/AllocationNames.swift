/// The names of a group's instances: `job.group[0]`.
public enum AllocationNames {
  /// `job` is the job's id, or its name for jobs that run on every node (scheduler.md 1.4).
  public static func name(job: String, group: String, index: Int) -> String { "\(job).\(group)[\(index)]" }

  /// The number in the brackets at the end of a name, or nil where there is none.
  public static func index(of name: String) -> Int? {
    let utf8 = Array(name.utf8)
    guard utf8.last == UInt8(ascii: "]"), let bracket = utf8.lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let digits = utf8[(bracket + 1)..<(utf8.count - 1)]
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// The numbers of a group's instances that are in use, and which come next.
struct NameNumbers: Sendable {
  private var used: Set<Int>
  private let count: Int

  init(_ instances: [RunningInstance], count: Int) {
    used = Set(instances.map(\.index).filter { $0 >= 0 })
    self.count = count
  }

  /// The highest `amount` numbers in use, which are then free.
  mutating func takeHighest(_ amount: Int) -> Set<Int> {
    let highest = Set(used.sorted(by: >).prefix(max(0, amount)))
    used.subtract(highest)
    return highest
  }

  mutating func free(_ number: Int) { used.remove(number) }

  /// The next `amount` numbers: free ones below the group's count, lowest first; where those do not suffice, from 0 on
  /// whether in use or not, as the reference does. Runs, because a count may be as large as a number can be.
  mutating func next(_ amount: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var left = amount
    var start = 0
    for number in used.filter({ $0 < count }).sorted() + [count] where left > 0 {
      if number > start {
        let run = start..<(start + min(left, number - start))
        runs.append(run)
        left -= run.count
      }
      start = number &+ 1
    }
    if left > 0 { runs.append(0..<left) }
    return runs
  }

  /// Numbers for canaries: those of instances to be replaced, then free ones, then from the count on.
  mutating func nextForCanaries(_ amount: Int, taken: Set<Int>, replaced: [RunningInstance]) -> [Int] {
    var numbers: [Int] = []
    var chosen: Set<Int> = []
    for number in replaced.map(\.index) where numbers.count < amount && number >= 0 && number < count {
      if !taken.contains(number), chosen.insert(number).inserted { numbers.append(number) }
    }
    var number = 0
    while number < count, numbers.count < amount {
      if !used.contains(number), chosen.insert(number).inserted { numbers.append(number) }
      number += 1
    }
    number = max(number, count)
    while numbers.count < amount {
      numbers.append(number)
      number += 1
    }
    used.formUnion(numbers)
    return numbers
  }
}
