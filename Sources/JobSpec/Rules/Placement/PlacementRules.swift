extension RuleList {
  /// Constraints, affinities and spreads.
  static let placement: [any ValidationRule] = [
    ConstraintUnknownOperator(), ConstraintMissingAttribute(), ConstraintMissingValue(), ConstraintSuperfluousValue(),
    ConstraintMalformedPattern(), ConstraintMalformedVersion(), ConstraintDistinctCount(), ConstraintDistinctInTask(),
    DeviceConstraint(), AffinityUnknownOperator(), AffinityWeight(), SpreadMissingAttribute(), SpreadWeight(),
    SpreadDuplicateTarget(), SpreadPercent(),
  ]
}
