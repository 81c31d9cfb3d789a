import HCLParser

/// A table of what the libraries do in a second, on one core: `Benchmarks [MEGABYTES]`.
@main struct Main {
  static func main() {
    let megabytes = CommandLine.arguments.dropFirst().first.flatMap { Double($0) } ?? 12
    let source = SourceText(name: "generated.nomad.hcl", bytes: GeneratedJob.bytes(size: Int(megabytes * 1_000_000)))
    let table = Table(bytes: source.count)
    print("generated job file: \(source.count) bytes, \(Lexer.tokenize(source).count) tokens")
    table.measure("tokens") { Lexer.tokenize(source).count }
    table.measure("tree with diagnostics") {
      let tree = SyntaxTree(parsing: source)
      precondition(tree.diagnostics.isEmpty)
      return tree.tokens.count
    }
    let tree = SyntaxTree(parsing: source)
    let context = AttributeValues.context(for: tree)
    table.measure("values of all attributes") {
      var values = AttributeValues(in: context)
      values.walk(tree.root)
      precondition(values.complaints == 0)
      return values.count
    }
    table.measure("line table") { source.makeLineTable().lineCount }
    let jobs = WholeJobs()
    print("1000 files with one job each: \(jobs.bytes / 1000) bytes on average")
    let whole = Table(bytes: jobs.bytes)
    whole.measure("jobs as written") { jobs.read() }
    whole.measure("jobs validated") { jobs.validate() }
    whole.measure("jobs validated, with advice") { jobs.validate(advice: true) }
    if let peak = peakMemory() {
      print("peak memory: \(peak / 1024) MB, \(peak * 1024 / source.count) times the source")
    }
  }
}
