/// Finds the name that was probably meant.
public enum NameSuggestion {
  /// The nearest candidate, or nil where none is near: the tolerance grows with the length of the word (1 edit up to
  /// 3 letters, 2 up to 7, 3 beyond). Of equally near ones the first wins. A neighbouring swap counts as one edit. A name of
  /// which no letter would be left is not near: "x" for "v".
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    let tolerance = wanted.count <= 3 ? 1 : wanted.count <= 7 ? 2 : 3
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let distance = self.distance(wanted, Array(candidate.utf8), atMost: best.map { $0.distance - 1 } ?? tolerance)
      if let distance, distance < max(wanted.count, candidate.utf8.count) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of edits (insert, delete, replace, swap of neighbours), or nil where it is more than `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    // Long names are never misspellings of each other worth the time.
    guard left.count <= 256, right.count <= 256 else { return left == right ? 0 : nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
