extension BlockModel {
  /// This block with whatever `inner` gives put over it.
  package func overlaid(by inner: Self) -> Self {
    var result = self
    withUnsafeMutablePointer(to: &result) { model in
      withUnsafePointer(to: inner) { inner in
        for row in Self.schema.core.rows where row.field.access.isSet(inner) {
          row.field.access.copy(from: inner, into: model)
        }
      }
    }
    result.origin = origin.overlaid(by: inner.origin)
    return result
  }
}

extension Origin {
  /// This origin, with the fields of `other` known as well; where both wrote a field, `other` did so last.
  package func overlaid(by other: Origin) -> Origin {
    guard let header = other.header ?? header else { return .none }
    return Origin(
      header: header, labels: other.header == nil ? labels : other.labels, entries: entries + other.entries)
  }
}
