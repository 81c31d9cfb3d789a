extension RuleList {
  /// Names that are replaced when the job runs.
  static let references: [any ValidationRule] = [
    ReferenceUnknownRoot(), ReferenceUnknownNodeField(), ReferenceUnknownVariable(), ReferenceUnknownPort(),
    ReferenceUnknownUpstream(), ReferenceUnknownSecret(), ReferenceInHostNetwork(), ConstraintMalformedTarget(),
    ConstraintUnresolvableTarget(),
  ]
}
