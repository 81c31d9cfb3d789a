extension RuleList {
  /// Ports and networks.
  static let network: [any ValidationRule] = [
    PortDuplicateLabel(), PortStaticTwice(), PortOutOfRange(), PortMappedOutOfRange(), HostnameMalformed(),
  ]
}
