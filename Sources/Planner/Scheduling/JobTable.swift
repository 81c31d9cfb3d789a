/// Numbers for jobs and group names, so that counting compares numbers.
struct JobTable: Sendable {
  private struct Key: Hashable, Sendable {
    var namespace: String
    var id: String
  }

  private var numbers: [Key: Int] = [:]
  private var keys: [Key] = []
  private var numbersOfID: [String: [Int]] = [:]
  private var groupNumbers: [String: Int] = [:]
  private var groups: [String] = []

  mutating func number(namespace: String, id: String) -> Int {
    let key = Key(namespace: namespace, id: id)
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    numbersOfID[id, default: []].append(keys.count)
    keys.append(key)
    return keys.count - 1
  }

  func existingNumber(namespace: String, id: String) -> Int? { numbers[Key(namespace: namespace, id: id)] }

  /// All jobs that share a job's id, each in its own namespace; the job itself among them.
  func numbers(withIDOf job: Int) -> [Int] { numbersOfID[keys[job].id] ?? [job] }

  mutating func groupNumber(_ name: String) -> Int {
    if let number = groupNumbers[name] { return number }
    groupNumbers[name] = groups.count
    groups.append(name)
    return groups.count - 1
  }

  func id(of job: Int) -> String { keys[job].id }
  func namespace(of job: Int) -> String { keys[job].namespace }
  func group(_ number: Int) -> String { groups[number] }
}
