/// The functions that expressions may call, by name.
///
/// Each name stands once, and the table is sorted by the bytes of the names.
public struct FunctionLibrary: Sendable {
  private let functions: [Function]

  /// A library of some functions. Of functions with one name the last wins.
  public init(_ functions: [Function]) {
    var sorted: [Function] = []
    sorted.reserveCapacity(functions.count)
    for (_, function) in functions.enumerated().sorted(by: { left, right in
      left.element.name == right.element.name
        ? left.offset < right.offset : left.element.name.utf8.lexicographicallyPrecedes(right.element.name.utf8)
    }) {
      if sorted.last?.name == function.name { sorted.removeLast() }
      sorted.append(function)
    }
    self.functions = sorted
  }

  /// The function of that name.
  public subscript(name: String) -> Function? {
    var low = 0
    var high = functions.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = functions[middle].name
      if candidate.utf8.elementsEqual(name.utf8) { return functions[middle] }
      if candidate.utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The names of all functions, sorted.
  public var names: [String] { functions.map(\.name) }

  /// All functions, sorted by name.
  public var all: [Function] { functions }

  /// No functions at all: for expressions that must be constant.
  public static let empty = FunctionLibrary([])

  /// Every function of the job language. `reference/jobspec.md` section 4.
  public static let standard = FunctionLibrary(
    NumericFunctions.all + StringFunctions.all + FormatFunction.all + CollectionFunctions.all + SequenceFunctions.all
      + SetFunctions.all + JSONFunctions.all + YAMLFunctions.all + TypeFunctions.all + EncodingFunctions.all
      + HashFunctions.all
      + NetworkFunctions.all + DateFunctions.all + FileFunctions.all + NondeterministicFunctions.all)
}
