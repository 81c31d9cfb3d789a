import Testing

@testable import HCLParser
