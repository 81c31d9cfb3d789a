extension RuleList {
  /// Resources of tasks and groups.
  static let resources: [any ValidationRule] = [
    ResourcesCoresAndCPU(), ResourcesTooSmall(), ResourcesMemoryMaxTooSmall(), ResourcesDiskInTask(),
    ResourcesMalformedDevice(), ResourcesNUMA(), LogsTooSmall(), LogsAboveDisk(), DiskTooSmall(), GroupCountNegative(),
    ScalingLimits(), MemoryMaxIgnored(),
  ]
}
