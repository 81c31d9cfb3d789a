/// Gives out whole processor cores, the lowest free numbers first.
///
/// The real scheduler does the same, so these numbers are a promise, unlike those of dynamic ports.
enum CoreAllocator {
  /// The lowest `count` cores of `reservable` (ascending) that are not in `taken`, or nil where too few are left.
  static func cores(_ count: Int, of reservable: [Int], taken: some Collection<Int>) -> [Int]? {
    guard count > 0 else { return [] }
    var result: [Int] = []
    for core in reservable where !taken.contains(core) {
      result.append(core)
      if result.count == count { return result }
    }
    return nil
  }

  /// The processor shares that `count` cores stand for on a node of `shares` and `totalCores`.
  static func shares(of count: Int, nodeShares shares: Int, totalCores: Int) -> Int {
    guard totalCores > 0 else { return 0 }
    return (shares / totalCores).multipliedReportingOverflow(by: count).partialValue
  }
}
