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
  let range: SourceRange

  private static let labels = ["variable": 1, "variables": 0, "locals": 0, "job": 1]

  init(_ body: BodySyntax) { self.init(BodySource(.native(body))) }
  init(_ node: JSONNode) { self.init(BodySource(.json(node))) }

  private init(_ body: BodySource) {
    range = .empty(at: body.range.start, source: body.range.source)
    var decoder = BlockDecoder()
    for part in decoder.parts(of: body, blockLabels: RootBody.labels) {
      switch part {
      case .attribute(let attribute):
        let found = Diagnostic.attributeAtRoot(attribute)
        if Job.schema.index(of: attribute.name) == nil { diagnostics.append(found) } else { misplaced.append(found) }
      case .block(let block): take(block)
      }
    }
    diagnostics += decoder.takeDiagnostics()
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
      let found = Diagnostic.unknownAtRoot(block)
      if Job.schema.index(of: block.type) == nil { diagnostics.append(found) } else { misplaced.append(found) }
    }
  }
}
