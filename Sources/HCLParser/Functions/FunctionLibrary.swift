/// The functions that expressions may call, by name. Each name stands once.
public struct FunctionLibrary: Sendable {
  private struct Content: Sendable {
    let functions: [Function]
    let table: NameTable

    /// Of functions with one name the last wins.
    init(_ functions: [Function]) {
      var kept: [Function] = []
      kept.reserveCapacity(functions.count)
      var numbers: [String: Int] = [:]
      for function in functions {
        if let number = numbers[function.name] {
          kept[number] = function
        } else {
          numbers[function.name] = kept.count
          kept.append(function)
        }
      }
      self.init(distinct: kept)
    }

    init(distinct functions: [Function]) {
      self.functions = functions
      table = NameTable(functions.map(\.name))
    }
  }

  /// Nil stands for the functions of the job language: their table is made by the first call of a function, and many
  /// files have none.
  private let own: Content?
  private var content: Content { own ?? FunctionLibrary.language }

  /// A library of some functions. Of functions with one name the last wins.
  public init(_ functions: [Function]) { own = Content(functions) }

  private init() { own = nil }

  /// The function of that name.
  public subscript(name: String) -> Function? {
    let content = content
    return content.table.index(of: name).map { content.functions[$0] }
  }

  /// The names of all functions, sorted.
  public var names: [String] { all.map(\.name) }

  /// All functions, sorted by name.
  public var all: [Function] {
    content.functions.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// No functions at all: for expressions that must be constant.
  public static let empty = FunctionLibrary([])

  /// Every function of the job language. `reference/jobspec.md` section 4.
  public static let standard = FunctionLibrary()

  private static let language = Content(
    distinct: NumericFunctions.all + StringFunctions.all + FormatFunction.all + CollectionFunctions.all
      + SequenceFunctions.all + SetFunctions.all + JSONFunctions.all + YAMLFunctions.all + TypeFunctions.all
      + EncodingFunctions.all + HashFunctions.all + NetworkFunctions.all + DateFunctions.all + FileFunctions.all
      + NondeterministicFunctions.all)
}
