/// A job as the server keeps it, to which no server rule objected. Only the validator makes one.
public struct ValidatedJob: Sendable, Hashable {
  public let job: Job
}
