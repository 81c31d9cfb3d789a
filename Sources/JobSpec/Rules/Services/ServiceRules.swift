extension RuleList {
  /// Services and their checks.
  static let services: [any ValidationRule] = [
    ServiceMalformedName(), ServiceDuplicate(), ServiceUnknownProvider(), ServiceMixedProviders(),
    ServiceUnknownAddressMode(), ServiceAddressMode(), ServiceForeignTask(), ServiceUnknownOnUpdate(),
    PortUnknownLabel(), CheckUnknownType(), CheckDuplicateName(), CheckMissingPort(), CheckNumericPort(),
    CheckUnknownTask(), CheckScriptMissingTask(), CheckHTTPPath(), CheckScriptMissingCommand(), CheckMissingInterval(),
    CheckUnknownStatus(), CheckUnknownAddressMode(), CheckRestartConflict(), CheckRestartNegative(), CheckConsulOnly(),
    CheckUnknownMethod(), CheckThresholdType(),
  ]
}
