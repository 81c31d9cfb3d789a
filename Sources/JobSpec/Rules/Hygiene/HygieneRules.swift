extension RuleList {
  /// What is old, ignored or of no use.
  static let hygiene: [any ValidationRule] = [
    NetworkMbits(), ResourcesIOPS(), NetworkInTask(), TemplateVaultGrace(), FieldNewerThanTarget(), FieldDeprecated(),
    VaultPoliciesUseless(), LegacySpelling(),
  ]
}
