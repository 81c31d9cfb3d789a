/// A body that no schema describes (a task's `config`, a scaling `policy`), as plain data. `reference/jobspec.md` section 3.5.
///
/// Members are sorted by name in byte order, each name once.
public struct FreeFormBody: Sendable, Hashable {
  /// One name with its value.
  public struct Member: Sendable, Hashable {
    /// As written, without quotes.
    public var name: String
    /// What stands under the name.
    public var value: FreeFormValue
    /// Where the name stands.
    public var namePlace: Place

    public init(_ name: String, _ value: FreeFormValue, namePlace: Place = Place()) {
      self.name = name
      self.value = value
      self.namePlace = namePlace
    }
  }

  /// Sorted by name.
  public private(set) var members: [Member]

  /// Of members with one name the last wins.
  public init(_ unsorted: some Sequence<Member> = []) {
    members = unsorted.sortedByName(\.name)
  }

  /// The value under a name.
  public subscript(name: String) -> FreeFormValue? { member(named: name)?.value }

  /// The name with its value and place.
  public func member(named name: String) -> Member? {
    let index = insertionIndex(of: name)
    return index < members.count && members[index].name.isSame(as: name) ? members[index] : nil
  }

  /// Adds a member, or replaces the one of that name.
  public mutating func set(_ member: Member) {
    let index = insertionIndex(of: member.name)
    if index < members.count, members[index].name.isSame(as: member.name) {
      members[index] = member
    } else {
      members.insert(member, at: index)
    }
  }

  private func insertionIndex(of name: String) -> Int {
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name.precedes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// One value inside a free-form body, with its place.
public struct FreeFormValue: Sendable, Hashable {
  /// What the value can be.
  public enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case list([FreeFormValue])
    case object(FreeFormBody)
    /// Depends on a variable that has no value in this run.
    case unknown
  }

  /// What the value is.
  public var content: Content
  /// Where it stands.
  public var place: Place

  public init(_ content: Content, place: Place = Place()) {
    self.content = content
    self.place = place
  }

  /// The text, where the value is one.
  public var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The items, where the value is a list.
  public var items: [FreeFormValue]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// The members, where the value is an object.
  public var body: FreeFormBody? {
    if case .object(let body) = content { body } else { nil }
  }
}
