import HCLParser

/// The blocks at the top of a job file, sorted by what they are.
struct RootBody {
  /// `variable` and `variables` blocks, in the order of the file.
  private(set) var variables: [BlockSource] = []
  private(set) var locals: [BlockSource] = []
  /// The one `job` block; the first where there are several.
  private(set) var job: BlockSource?
  private(set) var diagnostics: [Diagnostic] = []
  /// What stands at the top and would be right inside of a job.
  private(set) var misplaced: [Diagnostic] = []
  /// What stands at the top and has no place in a job file.
  private(set) var unknown: [Diagnostic] = []
  /// The names of those, of attributes and of blocks.
  private(set) var unknownAttributes: [String] = []
  private(set) var unknownBlocks: [String] = []
  /// A name that was probably meant for one of the blocks above, or one of them written as an attribute: a report of what
  /// is missing would be the second for one mistake.
  private(set) var hasMistakenName = false
  /// How many names are still looked for elsewhere: nobody reads the help of thousands.
  private var helpLeft = 20
  let range: SourceRange

  private static let labels = ["variable": 1, "variables": 0, "locals": 0, "job": 1]

  init(_ body: BodySyntax) { self.init(BodySource(.native(body))) }
  init(_ node: JSONNode) { self.init(BodySource(.json(node))) }

  private init(_ body: BodySource) {
    range = .empty(at: body.range.start, source: body.range.source)
    var decoder = BlockDecoder()
    for part in decoder.parts(of: body, blockLabels: RootBody.labels) {
      switch part {
      case .attribute(let attribute): take(attribute)
      case .block(let block): take(block)
      }
    }
    diagnostics += decoder.takeDiagnostics()
  }

  private mutating func take(_ attribute: AttributeSource) {
    if RootBody.labels[attribute.name] != nil {
      diagnostics.append(.attributeForRootBlock(attribute))
      hasMistakenName = true
      return
    }
    let found = Diagnostic.attributeAtRoot(attribute, isHelped: takeHelp())
    if Job.schema.index(of: attribute.name) == nil {
      unknown.append(found)
      unknownAttributes.append(attribute.name)
    } else {
      misplaced.append(found)
    }
  }

  private mutating func take(_ block: BlockSource) {
    switch block.type {
    case "variable", "variables": variables.append(block)
    case "locals": locals.append(block)
    case "job":
      if let first = job {
        diagnostics.append(.secondJob(block, first: first))
      } else {
        job = block
      }
    default:
      let nearest = NameSuggestion.nearest(to: block.type, among: ["job", "variable", "variables", "locals"])
      let found = Diagnostic.unknownAtRoot(block, nearest: nearest, isHelped: takeHelp())
      if Job.schema.index(of: block.type) == nil {
        hasMistakenName = hasMistakenName || nearest != nil
        unknown.append(found)
        unknownBlocks.append(block.type)
      } else {
        misplaced.append(found)
      }
    }
  }

  private mutating func takeHelp() -> Bool {
    helpLeft -= 1
    return helpLeft >= 0
  }

  /// What to say of a file without a job: one thing.
  var reportsOfMissingJob: [Diagnostic] {
    if hasMistakenName { return unknown }
    let first = (unknown + misplaced).map(\.range).min()
    guard let first else { return [.missingJob(at: range, kind: nil, help: Diagnostic.jobFileHelp)] }
    if let other = OtherKind(self) { return [.missingJob(at: first, kind: other.noun, help: other.help)] }
    return [
      .missingJob(
        at: first, kind: nil,
        help: misplaced.isEmpty
          ? Diagnostic.jobFileHelp : "put what belongs to the job into a block: job \"name\" { … }")
    ]
  }
}

/// Another kind of file than a job file, told by what stands at its top.
private struct OtherKind {
  /// What messages call it.
  var noun: String
  var help: String

  init?(_ root: RootBody) {
    let blocks = Set(root.unknownBlocks)
    if !blocks.isDisjoint(with: ["terraform", "provider", "resource", "data", "output", "module", "moved", "import"]) {
      noun = "a Terraform configuration"
      help = "give the job file that it submits, as \"nomad_job\" has it in \"jobspec\""
    } else if !blocks.isDisjoint(with: ["client", "server", "plugin", "telemetry", "tls", "acl", "ports", "advertise"])
      || root.unknownAttributes.contains("data_dir")
    {
      noun = "the configuration of a Nomad agent"
      help = Diagnostic.jobFileHelp
    } else if !blocks.isDisjoint(with: ["capability", "mount_options"]) {
      noun = "the specification of a volume"
      help = Diagnostic.jobFileHelp
    } else if blocks.isEmpty, root.misplaced.isEmpty, !root.unknownAttributes.isEmpty {
      noun = "a variable file"
      help = "give it with --var-file, beside the job file"
    } else {
      return nil
    }
  }
}
