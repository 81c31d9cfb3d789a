extension RuleList {
  /// What tasks are given: artifacts, templates, secrets, identities; and actions.
  static let templates: [any ValidationRule] = [
    ArtifactMissingSource(), ArtifactUnknownMode(), ArtifactEscapes(), ArtifactMalformedChecksum(),
    TemplateMissingSource(), TemplateMissingDestination(), TemplateDuplicateDestination(), TemplateEscapes(),
    TemplateChangeMode(), TemplateMalformedPermissions(), TemplateWait(), DispatchPayloadEscapes(), VaultPolicies(),
    VaultChangeMode(), ActionMalformed(), IdentityDuplicate(), IdentityChangeMode(), LinkIncomplete(),
    SecretIncomplete(), ClusterNeedsEnterprise(),
  ]
}
