/// What a field of blocks knows of their model: what decoding a file needs, by closures that are the model's own, and how
/// to get at all else.
@usableFromInline struct ChildBlock: Sendable {
  @usableFromInline typealias Schema = @Sendable () -> SchemaCore
  /// Reads a block into the field at the place given.
  @usableFromInline typealias Read = @Sendable (BlockSource, UnsafeMutableRawPointer, inout BlockDecoder) -> Void

  let typeName: @Sendable () -> String
  let schema: Schema
  let read: Read?
  let access: @Sendable (BlockField) -> BlockFieldAccess

  @usableFromInline init(
    typeName: @escaping @Sendable () -> String, schema: @escaping Schema, read: Read?,
    access: @escaping @Sendable (BlockField) -> BlockFieldAccess
  ) {
    self.typeName = typeName
    self.schema = schema
    self.read = read
    self.access = access
  }
}

/// What the row says of a field of blocks.
@usableFromInline struct BlockField: Sendable {
  var offset: Int
  /// Where the key lies in a block that has one.
  var key = 0
  var schema: ChildBlock.Schema
  var fieldsDecide = false
  var isEmptyList: (@Sendable (UnsafeRawPointer) -> Bool)?

  @inlinable static func erased<Model>(
    _ isEmptyList: (@Sendable (Model) -> Bool)?
  ) -> (@Sendable (UnsafeRawPointer) -> Bool)? {
    guard let isEmptyList else { return nil }
    return { isEmptyList($0.field(0, as: Model.self).pointee) }
  }
}

/// An access to blocks. It is made only when it is wanted: the runtime has to make its type.
@usableFromInline struct BlockFieldAccess {
  let access: any FieldAccess

  @usableFromInline static func single<Child: BlockModel>(_ field: BlockField, _ type: Child.Type) -> BlockFieldAccess {
    BlockFieldAccess(access: BlockAccess<Child>(offset: field.offset, fieldsDecide: field.fieldsDecide))
  }

  @usableFromInline static func list<Child: BlockModel>(_ field: BlockField, _ type: Child.Type) -> BlockFieldAccess {
    BlockFieldAccess(
      access: BlocksAccess<Child>(
        offset: field.offset, schema: field.schema, fieldsDecide: field.fieldsDecide, isEmptyList: field.isEmptyList))
  }

  @usableFromInline static func keyed<Child: BlockModel>(_ field: BlockField, _ type: Child.Type) -> BlockFieldAccess {
    BlockFieldAccess(access: KeyedBlocksAccess<Child>(offset: field.offset, key: field.key))
  }
}

/// Reads blocks in the place where they are stored: blocks are wide, and copying one counts up all that it refers to.
@usableFromInline enum BlockReading<Child: BlockModel> {
  @inlinable static func single(
    _ block: BlockSource, into place: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) {
    let schema = Child.schema.core
    place.field(0, as: OutOfLine<Child>.self).pointee.fill(with: Child()) {
      decoder.decode(block, as: schema, into: $0)
    }
  }

  /// At the end of a list.
  @inlinable static func list(
    _ block: BlockSource, as schema: SchemaCore, into place: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) {
    let list = place.field(0, as: [Child].self)
    let index = list.pointee.count
    list.pointee.append(Child())
    list.pointee.withUnsafeMutableBufferPointer { children in
      guard let first = children.baseAddress else { return }
      decoder.decode(block, as: schema, into: UnsafeMutableRawPointer(first + index))
    }
  }
}
