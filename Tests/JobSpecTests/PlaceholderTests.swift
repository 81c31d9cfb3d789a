import Testing

@testable import JobSpec
