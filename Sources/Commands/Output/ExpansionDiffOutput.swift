import HCLParser
import JobSpec

/// What `expand --diff` prints.
struct ExpansionDiffOutput {
  private let job: Job
  private let additions: [ExpansionDiff.Addition]
  private let hidden: Int
  private var places: SourcePlaces
  /// The job file itself comes first.
  private let file: String

  init(job: Job, diff: ExpansionDiff, sources: SourceSet, isVerbose: Bool) {
    self.job = job
    additions = diff.additions.filter { isVerbose || !$0.saysNothing }
    hidden = diff.additions.count - additions.count
    places = SourcePlaces(sources)
    file = sources.texts.first?.name ?? ""
  }

  /// Additions below the line that caused them.
  var text: String {
    mutating get {
      var text = ""
      var (lastLine, lastHeading) = ("", "")
      for addition in additions {
        let line = heading(of: addition.cause)
        if line != lastLine {
          text += (text.isEmpty ? "" : "\n") + line + "\n"
          (lastLine, lastHeading) = (line, "")
        }
        let heading = "\(Self.words(addition.kind)) \(addition.owner):"
        if heading != lastHeading {
          text += "  \(heading)\n"
          lastHeading = heading
        }
        text += "    \(addition.text)\n"
      }
      if additions.isEmpty { text += "The server adds nothing.\n" }
      if hidden > 0 {
        text +=
          "\n\(hidden) more \(hidden == 1 ? "value switches" : "values switch") nothing on; \"--verbose\" shows them\n"
      }
      return text
    }
  }

  var json: String {
    mutating get {
      var list: [JSONValue] = []
      for addition in additions {
        let place = addition.cause.flatMap { places.place(of: $0) }
        list.append([
          "Kind": .string(addition.kind.rawValue), "Owner": .string(addition.owner), "Text": .string(addition.text),
          "File": .string(place?.file ?? file), "Range": DiagnosticJSON.range(place),
        ])
      }
      let value: JSONValue = ["Job": .string(job.id), "Additions": .array(list)]
      return JSONWriter.text(value, layout: .indented(2)) + "\n"
    }
  }

  private static func words(_ kind: ExpansionDiff.Kind) -> String {
    switch kind {
    case .added: "adds to"
    case .byDefault: "defaults of"
    case .changed: "changes in"
    }
  }

  /// The longest piece of a line that is shown: a job in JSON may be one endless line.
  private static let longestExcerpt = 80

  private mutating func heading(of cause: SourceRange?) -> String {
    guard let cause, let place = places.place(of: cause) else { return "not due to any line" }
    let line = places.text(ofLine: place.start.line, in: cause.source)
    var excerpt = String(line.drop { $0 == " " || $0 == "\t" }.prefix { $0 != "\r" && $0 != "\r\n" })
    if excerpt.count > Self.longestExcerpt { excerpt = "\(excerpt.prefix(Self.longestExcerpt))…" }
    let name = place.file == file ? "line \(place.start.line)" : "\(place.file), line \(place.start.line)"
    return "\(name)  \(excerpt)"
  }
}
