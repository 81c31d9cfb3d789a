extension Sequence {
  /// The elements sorted by name in byte order; of several with one name the last.
  ///
  /// One sort, since placing them one by one takes time that grows with the square of their number.
  func sortedByName(_ name: (Element) -> String) -> [Element] {
    let all = Array(self)
    let isSorted = zip(all, all.dropFirst())
      .allSatisfy { name($0).precedes(name($1)) }
    if isSorted { return all }
    let names = all.map(name)
    let order = all.indices.sorted { left, right in
      if names[left].precedes(names[right]) { return true }
      return left < right && names[left].isSame(as: names[right])
    }
    var result: [Element] = []
    result.reserveCapacity(all.count)
    var last: String?
    for index in order {
      if last?.isSame(as: names[index]) == true { result.removeLast() }
      result.append(all[index])
      last = names[index]
    }
    return result
  }
}
