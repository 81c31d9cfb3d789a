/// How the instances of one group are spread over the values of one attribute, and what one more would be worth.
///
/// Works on value numbers, not texts: the caller numbers the values of the attribute once for all nodes.
/// The formulas are those of scheduler.md 6.4, oddities included.
struct SpreadTally: Sendable {
  /// What a target list asks for, by value number; nil for an even spread.
  private let desired: [Double?]?
  /// What a value that no target names may have: the remainder under `*`, or nothing.
  private let desiredOther: Double?
  private let weight: Int
  /// Instances for each value number.
  private var counts: [Int]
  /// Value numbers that ever had an instance: only they take part in the minimum and maximum.
  private var isUsed: [Bool]
  /// Instances on values that no target names, counted together where `*` covers them.
  private var otherCount = 0
  /// The fewest and the most instances on any value in use; the fewest is larger where none is in use.
  private var fewest = Int.max
  private var most = Int.min

  /// - Parameters:
  ///   - valueCount: how many values the attribute has on the nodes in question.
  ///   - number: the number of a target's value, or nil where no node has it.
  init(
    _ spread: RequestedSpread, groupCount: Int, valueCount: Int, number: (String) -> Int?
  ) {
    counts = [Int](repeating: 0, count: valueCount)
    isUsed = [Bool](repeating: false, count: valueCount)
    weight = spread.weight
    guard !spread.targets.isEmpty else {
      desired = nil
      desiredOther = nil
      return
    }
    var byValue = [Double?](repeating: nil, count: valueCount)
    var sum = 0.0
    var other: Double?
    for target in spread.targets {
      let wanted = Double(target.percent) / 100 * Double(groupCount)
      sum += wanted
      if Array(target.value.utf8) == [UInt8(ascii: "*")] { other = wanted }
      if let value = number(target.value) { byValue[value] = wanted }
    }
    if sum > 0, sum < Double(groupCount) { other = Double(groupCount) - sum }
    desired = byValue
    desiredOther = other
  }

  /// Counts `change` instances more (or fewer) on a value; nil is a node without the attribute.
  mutating func add(_ change: Int, on value: Int?) { add(CollectionOfOne((change: change, value: value))) }

  /// Counts several at once.
  mutating func add(_ changes: some Sequence<(change: Int, value: Int?)>) {
    for (change, value) in changes { count(change, on: value) }
    guard desired == nil else { return }
    (fewest, most) = (Int.max, Int.min)
    for (number, count) in counts.enumerated() where isUsed[number] {
      fewest = min(fewest, count)
      most = max(most, count)
    }
  }

  private mutating func count(_ change: Int, on value: Int?) {
    guard let value else { return }
    counts[value] += change
    isUsed[value] = true
    if let desired, desired[value] == nil { otherCount += change }
  }

  /// What an instance on a node with `value` is worth, before it is there.
  ///
  /// - Parameters:
  ///   - weightSum: the weights of all spreads together; this one counts with its share of them.
  ///   - lowest: the lowest boost given so far in this plan: a target of zero percent gets that.
  func boost(on value: Int?, weightSum: Int, lowest: inout Double) -> Double {
    guard let value else { return -1 }
    guard let desired else { return evenBoost(on: value) }
    let wanted: Double
    let used: Double
    if let own = desired[value] {
      wanted = own
      used = Double(counts[value] + 1)
    } else if let desiredOther {
      wanted = desiredOther
      used = Double(otherCount + 1)
    } else {
      return -1
    }
    guard wanted != 0 else { return lowest }
    let weightShare = weightSum > 0 ? Double(weight) / Double(weightSum) : 0
    let boost = (wanted - used) / wanted * weightShare
    if boost < lowest { lowest = boost }
    return boost
  }

  /// True where the boost depends on which nodes were looked at before.
  var dependsOnOrder: Bool { desired?.contains(0) == true || (desired != nil && desiredOther == 0) }

  private func evenBoost(on value: Int) -> Double {
    guard most >= fewest else { return 0 }
    let current = counts[value]
    if current != fewest { return fewest == 0 ? -1 : Double(fewest - current) / Double(fewest) }
    if fewest == most { return -1 }
    return fewest == 0 ? 1 : Double(most - fewest) / Double(fewest)
  }
}
