import HCLParser

/// What constraints and affinities share: a left side, an operator, a right side, and short forms for some operators.
protocol TargetComparing {
  var attribute: String { get set }
  var value: String { get set }
  var `operator`: String { get set }
}

extension Field where Model: BlockModel & TargetComparing {
  /// `version = "> 1"` for `operator = "version"` and `value = "> 1"`.
  ///
  /// `targets` are the model's own paths to the operator and the value: a path through the protocol would be another
  /// path, under which no place in the source is found.
  static func operatorShorthand(
    _ name: String, for targets: @autoclosure @escaping @Sendable () -> [any PartialKeyPath<Model> & Sendable]
  ) -> Field {
    .shorthand(name, "string", "Short form: the operator \(name) with this value.", for: targets()) {
      $0.operator = name
      $0.value = $1
    }
  }
}
