extension RuleList {
  /// What the server accepts and probably was not meant.
  static let advice: [any ValidationRule] = [
    VariableUnused(), LocalUnused(), PortUnused(), VolumeUnused(),
    NetworkUnknownMode(), NetworkSeveral(), NetworkOnBothLevels(), PortInDynamicRange(), PortStaticSeveralInstances(),
    ServiceUnknownPort(), CheckUnreachablePort(), UpstreamMissingPort(),
    ServiceWithoutCheck(), ServiceUnknownTask(), ServiceMissingShutdownDelay(), CheckRestartWithoutLimit(),
    CheckThresholdNegative(),
    UpdateDeadlineBeforeCheck(), UpdateManualPromotion(), UpdateWithoutDeployment(), UpdateCanaryStaticPort(),
    RestartInTask(),
    ConstraintContradiction(), ConstraintRepeated(), ConstraintDistinctHostsOff(), ConstraintIgnoredKey(),
    DatacenterPattern(), SpreadOneDatacenter(), SpreadTargetZero(), ScalingFixed(),
    ImageWithoutTag(), SecretInPlain(), SignalUnknown(), GroupWithoutMainTask(), LifecycleUselessSidecar(),
    LeaderWithLifecycle(), DriverUnknown(), MountDestination(), VolumeStickyCSI(), DispatchPayloadUseless(),
    PeriodicNever(),
    DiskMigrateWithoutSticky(), LogsUselessKeys(), IdentityMissingAudience(), ArtifactUnverified(), ConfigUnknownPort(),
    TemplateAbsoluteDestination(),
  ]
}
