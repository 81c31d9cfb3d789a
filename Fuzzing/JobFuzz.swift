// Compiled together with the sources of HCLParser and JobSpec, see `run`: whatever the bytes are, reading, expanding and
// judging a job ends, traps nowhere, points into its own texts, and answers the same when asked again.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJob(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var input = JobInput(name: "fuzz", bytes: bytes)
  input.givesAdvice = true
  let analysis = JobAnalysis(of: input)
  check(analysis)
  let again = JobAnalysis(of: input)
  hold(analysis.diagnostics == again.diagnostics, "two reports differ")
  hold(analysis.job.map(JobJSON.text) == again.job.map(JobJSON.text), "two readings differ")
  hold(
    analysis.expandedJob.map(JobJSON.text) == again.expandedJob.map(JobJSON.text), "two expansions differ")

  // As `parse` reads it: what is accepted comes back the same from its own JSON.
  input.runsRules = false
  let written = JobAnalysis(of: input)
  check(written)
  if !written.hasErrors, let job = written.job { checkRoundTrip(job, "as written") }
  if let job = analysis.validatedJob?.job { checkRoundTrip(job, "expanded") }

  // As the server judges it: advice may be an error for us alone.
  input.runsRules = true
  input.givesAdvice = false
  let judged = JobAnalysis(of: input)
  check(judged)
  hold(judged.hasErrors == (judged.validatedJob == nil), "a job with errors counts as valid, or the reverse")

  // As a check without secrets reads it.
  input.allowsUnsetVariables = true
  check(JobAnalysis(of: input))
  return 0
}

private func checkRoundTrip(_ job: Job, _ name: String) {
  let text = JobJSON.text(job)
  var input = JobInput(name: "job.json", bytes: Array(text.utf8))
  input.runsRules = false
  let back = JobAnalysis(of: input)
  hold(!back.hasErrors, "the JSON of a job \(name) is refused")
  hold(back.job.map(JobJSON.text) == text, "the JSON of a job \(name) reads as another job")
}

private func check(_ analysis: JobAnalysis) {
  var renderer = DiagnosticText(analysis.sources)
  for diagnostic in analysis.diagnostics {
    check(diagnostic.range, in: analysis)
    for related in diagnostic.related { check(related.range, in: analysis) }
    hold(!diagnostic.summary.isEmpty && !diagnostic.summary.utf8.contains(10), "a summary is not one line")
    for fix in diagnostic.fixes {
      guard let source = analysis.sources[diagnostic.range.source] else { continue }
      hold(TextEdit.apply(fix.edits, to: source.bytes) != nil, "a fix of \(diagnostic.rule.name) cannot be applied")
    }
  }
  for diagnostic in analysis.diagnostics.prefix(20) {
    let text = renderer.text(of: diagnostic)
    hold(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "control characters reach the terminal")
  }
  for range in analysis.skipped { check(range, in: analysis) }
}

private func check(_ range: SourceRange, in analysis: JobAnalysis) {
  guard let source = analysis.sources[range.source] else { fatalError("a report points to no text") }
  hold(range.end <= source.count, "a report points beyond the end")
}

/// A precondition says nothing in a program that is built for speed.
private func hold(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
