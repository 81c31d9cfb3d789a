import HCLParser
import Testing

@Suite("The library of functions")
struct FunctionLibraryTests {
  /// `reference/jobspec.md` section 4.
  static let documented = """
    abs ceil floor signum log pow max min parseint chomp trimspace trim trimprefix trimsuffix lower upper title strrev
    reverse strlen substr indent replace regex_replace split join sort format formatlist formatdate timeadd base64encode
    base64decode urlencode jsonencode jsondecode yamlencode yamldecode csvdecode md5 sha1 sha256 sha512 bcrypt rsadecrypt
    uuidv4 uuidv5 cidrhost cidrnetmask cidrsubnet cidrsubnets length element index lookup contains keys values merge zipmap
    concat flatten distinct compact chunklist slice range coalesce coalescelist setunion setintersection setproduct convert
    try can abspath basename dirname pathexpand file filebase64 fileexists fileset
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test("holds all 83 functions of a job file, and no other")
  func isComplete() {
    #expect(FunctionLibrary.standard.names == Self.documented.sorted())
    #expect(Self.documented.count == 83)
  }

  @Test("has one line on each function")
  func hasSummaries() {
    for function in FunctionLibrary.standard.all {
      #expect(function.summary.hasSuffix(".") && function.summary.utf8.count < 100, "\(function.name)")
      #expect(!function.summary.contains("\n"), "\(function.name)")
    }
  }

  @Test("finds a function by its exact name only")
  func findsByName() {
    #expect(FunctionLibrary.standard["abs"]?.name == "abs")
    #expect(FunctionLibrary.standard["Abs"] == nil)
    #expect(FunctionLibrary.standard["zz"] == nil)
    #expect(FunctionLibrary.empty["abs"] == nil)
    #expect(FunctionLibrary.empty.names.isEmpty)
  }

  @Test("takes the last of two functions with one name")
  func lastWins() throws {
    let abs = try #require(FunctionLibrary.standard["abs"])
    var other = abs
    other.summary = "Another one."
    let library = FunctionLibrary([abs, other])
    #expect(library.names == ["abs"])
    #expect(library["abs"]?.summary == "Another one.")
  }

  @Test("says what to write instead of functions of other tools")
  func hintsAtForeignNames() {
    #expect(FunctionLibrary.hint(forForeignName: "tostring") == "write convert(value, string)")
    #expect(FunctionLibrary.hint(forForeignName: "nosuch") == nil)
    for name in FunctionLibrary.standard.names {
      #expect(FunctionLibrary.hint(forForeignName: name) == nil, "\(name) exists")
    }
  }

  @Test("gives every function a result or a clear failure for odd arguments")
  func survivesOddArguments() {
    let odd = [
      "null", "true", "0", "-1", "1e400", "1/0", "0.5", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "{}", "[null]", "[[]]",
      "[{}]", "{ a = null }", "\"é́🏳️‍🌈\"", "9999999999999999999999", "uuidv4()", "[uuidv4()]", "convert([], set(string))",
    ]
    for function in FunctionLibrary.standard.all {
      let fixed = function.parameters.count
      for count in fixed...(function.variadic == nil ? fixed : fixed + 2) {
        for (index, value) in odd.enumerated() {
          for shift in [0, 1, 7] {
            let arguments = (0..<count).map { $0 == 0 ? value : odd[(index + $0 * shift) % odd.count] }
            // What matters is that there is an answer at all.
            _ = outcome(of: "\(function.name)(\(arguments.joined(separator: ", ")))")
          }
        }
      }
    }
  }
}
