/// The memory of a model whose fields are read or written by their offset.
///
/// Decoding goes through one body of code for all models: specialised for each it would be megabytes, and generic code
/// asks the runtime for types at every step. So fields are reached as C reaches them. What makes that safe: an offset
/// comes from a key path of the model (`MemoryLayout.offset(of:)`), and a `BlockSchema<Model>` hands its rows only to
/// memory of a `Model`. No pointer outlives the call it is passed to.
extension UnsafeMutableRawPointer {
  /// The field at `offset`.
  @inlinable @inline(__always)
  func field<Value>(_ offset: Int, as type: Value.Type) -> UnsafeMutablePointer<Value> {
    (self + offset).assumingMemoryBound(to: type)
  }
}

extension UnsafeRawPointer {
  /// The field at `offset`.
  @inlinable @inline(__always)
  func field<Value>(_ offset: Int, as type: Value.Type) -> UnsafePointer<Value> {
    (self + offset).assumingMemoryBound(to: type)
  }
}
