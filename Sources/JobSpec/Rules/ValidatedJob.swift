/// A job as the server keeps it, to which no server rule objected. Only the validator makes one.
public struct ValidatedJob: Sendable, Hashable {
  /// The job as the server keeps it.
  public let job: Job
}
