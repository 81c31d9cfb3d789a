public import HCLParser

/// What reading a job file gave. `reference/jobspec.md` section 1, steps 1 to 7.
public struct ReadJob: Sendable {
  /// The job file, variable files and assignments.
  public var sources: SourceSet
  /// Nil for a job in JSON.
  public var tree: SyntaxTree?
  /// The job as written; nil where the file has none that could be read.
  public var job: Job?
  /// The variables that the file declares, and their values.
  public var variables = VariableTable()
  /// The locals that the file defines.
  public var locals = LocalTable()
  /// In the order of the steps.
  public var diagnostics: [Diagnostic] = []
  /// Where values were passed over because a variable has none.
  public var skipped: [SourceRange] = []
}

/// Reads a job from text: chooses the form, gives variables and locals their values, decodes the job block, normalises.
public struct JobReader {
  private let input: JobInput
  private var result: ReadJob

  private init(_ input: JobInput) {
    self.input = input
    result = ReadJob(sources: SourceSet())
  }

  /// Reads a job; whatever is wrong stands in `diagnostics`.
  public static func read(_ input: JobInput) -> ReadJob {
    var reader = JobReader(input)
    reader.read()
    return reader.result
  }

  /// True where the first byte that is no blank opens an object: nothing in HCL begins so.
  package static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard rest.first == UInt8(ascii: "{") else { return false }
    // The marks of a template program are no JSON either, and the parser of HCL knows them.
    return rest.dropFirst().first != UInt8(ascii: "%") && rest.dropFirst().first != UInt8(ascii: "{")
  }

  private mutating func read() {
    let source = result.sources.add(name: input.name, bytes: input.bytes)
    if JobReader.looksLikeJSON(input.bytes) {
      let text = JSONText(parsing: source)
      result.diagnostics += text.diagnostics
      guard let root = text.root else { return }
      if let job = JobJSON.jobNode(in: root) {
        readAPI(job)
      } else if let envelope = JobJSON.emptyEnvelope(in: root) {
        result.diagnostics.append(.envelopeWithoutJob(envelope))
      } else {
        readFile(RootBody(root))
      }
    } else {
      let tree = SyntaxTree(parsing: source)
      result.tree = tree
      if let foreign = tree.diagnostics.first(where: { JobReader.speaksForAll.contains($0.rule) }) {
        // Nothing else that was found in a file of another language, or in two at once, means anything.
        result.diagnostics.append(foreign)
        return
      }
      result.diagnostics += tree.diagnostics
      readFile(RootBody(tree.root))
    }
  }

  private static let speaksForAll: Set<RuleID> = [
    "syntax-foreign-template", "syntax-foreign-language", "syntax-merge-conflict",
  ]

  private mutating func readAPI(_ node: JSONNode) {
    let given = input.assignments.map(\.name) + input.variableFiles.map(\.name)
    if let first = given.first { result.diagnostics.append(.variablesForAPI(first, at: .empty(at: node.range.start))) }
    var decoding = JSONDecoding()
    result.job = decoding.decode(node, as: Job.schema)
    result.diagnostics += decoding.diagnostics
  }

  private mutating func readFile(_ root: RootBody) {
    let syntaxErrors = result.diagnostics.filter { $0.severity == .error }
    let context = readVariables(root)
    result.diagnostics += root.diagnostics
    if let block = root.job {
      result.diagnostics += root.unknown
      var decoder = BlockDecoder(context: context)
      var job = Job()
      decoder.decode(block, as: Job.schema, into: &job)
      result.diagnostics += decoder.takeDiagnostics()
      result.skipped = decoder.unknownRanges
      result.diagnostics += JobNormalisation.normalise(&job)
      result.job = job
      result.diagnostics += root.misplaced
      let words = result.tree.map { BareWords.warnings(in: $0, context) } ?? []
      if !words.isEmpty {
        // A word that was refused as a value needs no second report.
        let refused = Set(result.diagnostics.map(\.range))
        result.diagnostics += words.filter { !refused.contains($0.range) }
      }
    } else {
      // Without a job around it, all that belongs into one is out of place for one cause.
      result.diagnostics += root.reportsOfMissingJob
    }
    if !syntaxErrors.isEmpty { dropConsequences(of: syntaxErrors) }
    if lacksDeclarations(root, syntaxErrors) { dropUnknownVariables() }
    if input.allowsUnsetVariables { result.diagnostics += unsetNotes() }
    // After an error a value may be missing because of it.
    if !input.allowsUnsetVariables, !result.diagnostics.contains(where: { $0.severity == .error }) {
      result.diagnostics += result.skipped.map { .unknownValue(at: $0) }
    }
  }

  /// What was let pass: one note for each variable without a value, and how much of the job hangs on them.
  private func unsetNotes() -> [Diagnostic] {
    let names = result.variables.unset
    return names.compactMap { name in
      result.variables.declaration(of: name).map {
        .unsetVariableAllowed($0, skipped: result.skipped.count, of: names.count)
      }
    }
  }

  /// So many syntax errors leave nothing of a file that could be judged.
  private static let hopelessCount = 4

  /// Leaves out what is said about the content only because the text could not be read: all of it where the text is broken
  /// throughout; else what stands on the line of a syntax error, or outside of every block.
  private mutating func dropConsequences(of syntaxErrors: [Diagnostic]) {
    let table = result.sources.texts[0].makeLineTable()
    let lines = Set(syntaxErrors.map { table.position(at: $0.range.start).line })
    let isHopeless = syntaxErrors.count >= JobReader.hopelessCount
    let spoken = Set(syntaxErrors)
    result.diagnostics.removeAll { diagnostic in
      guard !spoken.contains(diagnostic), diagnostic.range.source == syntaxErrors[0].range.source else { return false }
      if isHopeless || diagnostic.rule == .jobMissing { return !diagnostic.rule.name.hasPrefix("syntax-") }
      return lines.contains(table.position(at: diagnostic.range.start).line)
    }
  }

  /// Whether a variable or local may be declared and not known: its declaration could not be read, and that was said.
  private func lacksDeclarations(_ root: RootBody, _ syntaxErrors: [Diagnostic]) -> Bool {
    if !result.variables.isComplete || root.hasMistakenName { return true }
    guard let job = root.job else { return false }
    return syntaxErrors.contains {
      $0.range.start < job.headerRange.start || $0.range.start > max(job.body.range.end, job.headerRange.end)
    }
  }

  private mutating func dropUnknownVariables() {
    result.diagnostics.removeAll { $0.rule == "eval-unknown-variable" || $0.rule == .variableUndeclared }
  }

  /// Reads variables and locals; gives the context in which the job is evaluated.
  private mutating func readVariables(_ root: RootBody) -> EvaluationContext {
    var reader = VariableReader()
    for block in root.variables {
      if block.type == "variable" { reader.read(block) } else { reader.readCompact(block) }
    }
    result.diagnostics += reader.takeDiagnostics()
    var values = VariableValues(
      reader.table, result.sources, refusesUndeclared: input.refusesUndeclaredVariables)
    values.takeEnvironment(input.environment)
    for file in input.variableFiles { values.takeFile(file) }
    values.takeCommandLine(input.assignments)
    values.table.finish(allowsUnset: input.allowsUnsetVariables)
    values.validate()
    result.sources = values.sources
    result.diagnostics += values.diagnostics + values.table.diagnostics
    result.variables = values.table

    var context = EvaluationContext(
      variables: ["var": values.table.object],
      environment: FunctionEnvironment(files: input.files, randomBytes: input.randomBytes),
      unresolved: .keepAsRuntimeReference,
      // What is written out costs its length at most: a large job is no bomb.
      limits: EvaluationLimits(work: EvaluationLimits().work + input.bytes.count))
    for block in root.locals { result.locals.read(block) }
    result.locals.evaluate(in: context)
    result.diagnostics += result.locals.diagnostics
    context.variables["local"] = result.locals.object
    return context
  }
}
