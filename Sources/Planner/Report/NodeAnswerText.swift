public import HCLParser

/// The answer to `--why-not` as text.
public struct NodeAnswerText {
  private let answer: NodeAnswer
  private let places: SourcePlaces

  public init(_ answer: NodeAnswer, sources: SourceSet = SourceSet()) {
    self.answer = answer
    places = SourcePlaces(sources)
  }

  /// All lines, the last one ended: the answer, the reasons with their places in the job file, and the scores.
  public var rendered: String {
    (["Node \"\(answer.nodeName)\", group \"\(answer.group)\": \(headline)"] + details)
      .joined(separator: "\n") + "\n"
  }

  private var headline: String {
    if answer.placed > 0 { return "gets \(answer.placed) of \(Wording.count(answer.placedInAll, "instance"))" }
    if !answer.standing.isEmpty { return "is not considered" }
    if !answer.rejections.isEmpty { return "does not take an instance" }
    if let counted = answer.counted { return "would take one, but counts as \"\(counted)\"" }
    return answer.placedInAll == 0 ? "would take one" : "would take one, but others are better"
  }

  private var details: [String] {
    var lines = answer.standing.map { "  - it \($0.text)" }
    for rejection in answer.rejections {
      lines.append("  - \(Wording.short(rejection))")
      lines += rejection.causes.map { "      \($0.message): \(places.text(of: $0.range))" }
    }
    if let rank = answer.rank, let score = answer.score {
      lines.append("  - place \(rank.place) of \(rank.count) for the first instance, with \(text(score))")
      if let winner = answer.winner, winner.score.node != score.node {
        lines.append("  - \(winner.name) won with \(text(winner.score))")
      }
    }
    if answer.rejections.isEmpty, answer.standing.isEmpty {
      lines += answer.afterwards.map { "  - once all is placed: \(Wording.short($0))" }
    }
    return lines
  }

  /// `0.163 (binpack 0.163, job-anti-affinity 0)`; parts that are nothing are left out.
  private func text(_ score: NodeScore) -> String {
    let parts = score.parts.filter { $0.value != 0 }.map { "\($0.name) \(NumberWords.fixed($0.value, digits: 3))" }
    return NumberWords.fixed(score.total, digits: 3) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }
}
