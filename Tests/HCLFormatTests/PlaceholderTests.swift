import Testing

@testable import HCLFormat
