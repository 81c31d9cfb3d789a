extension RuleList {
  /// What a job's type allows.
  static let system: [any ValidationRule] = [
    SystemCount(), SystemAffinity(), SystemSpread(), SystemReschedule(), SysbatchReschedule(),
    SysbatchRescheduleIgnored(), UpdateWrongType(),
    MigrateWrongType(), PeriodicWrongType(), ParameterizedWrongType(), StopAfterClientDisconnect(),
  ]
}
