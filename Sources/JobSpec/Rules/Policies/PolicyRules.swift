extension RuleList {
  /// Updates, restarts, migrations, schedules.
  static let policies: [any ValidationRule] = [
    UpdateUnknownHealthCheck(), UpdateNegative(), UpdatePromoteWithoutCanary(), UpdateDeadlines(), MigrateMalformed(),
    RestartMalformed(), RestartImpossible(), RescheduleAmbiguous(), RescheduleDelay(), RescheduleImpossible(),
    DurationNegative(), KillTimeoutTooLong(), DisconnectMalformed(), PeriodicCron(), PeriodicUnknownKind(),
    PeriodicTimeZone(),
    ParameterizedPayload(), ParameterizedMeta(), ScheduleMalformed(), PeriodicCronDeprecated(),
    UpdatePromoteSomeGroups(),
    UpdateParallelAboveCount(),
  ]
}
