import HCLParser
import JobSpec

/// Whole files, from bytes to findings, as `jobtool validate` takes them.
struct WholeJobs {
  private let files = GeneratedJob.files(count: 1000)

  var bytes: Int { files.reduce(0) { $0 + $1.count } }

  /// Reads every file as far as the job as written.
  func read() -> Int { files.reduce(0) { $0 + (JobReader.read(input($1)).job?.groups.count ?? 0) } }

  /// Reads, expands and validates every file.
  func validate(advice: Bool = false) -> Int {
    var groups = 0
    for file in files {
      var input = input(file)
      input.givesAdvice = advice
      let analysis = JobAnalysis(of: input)
      precondition(!analysis.hasErrors)
      groups += analysis.validatedJob?.job.groups.count ?? 0
    }
    return groups
  }

  private func input(_ bytes: [UInt8]) -> JobInput { JobInput(name: "generated.nomad.hcl", bytes: bytes) }
}
