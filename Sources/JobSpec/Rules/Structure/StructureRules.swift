extension RuleList {
  /// What a job has to consist of.
  static let structure: [any ValidationRule] = [
    JobMalformedID(), NameMalformed(), JobMissingRegion(), JobUnknownType(), JobEmptyDatacenter(), JobMissingGroup(),
    JobPriorityOutOfRange(), JobServerFields(), JobChangedKind(), MultiregionNeedsEnterprise(), GroupDuplicateName(),
    GroupMissingTask(), GroupSeveralLeaders(), TaskDuplicateName(), TaskMalformedName(), TaskMissingDriver(),
    LifecycleUnknownHook(),
  ]
}
