/// The names of a group's instances: `job.group[0]`.
public enum AllocationNames {
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
