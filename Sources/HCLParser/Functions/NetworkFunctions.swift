/// Functions of address ranges.
enum NetworkFunctions {
  static let all: [Function] = [
    Function(
      "cidrhost", [.string("prefix"), .number("hostnum")], returns: .string,
      "An address in a range by its number; a negative one counts from the end.", host),
    Function("cidrnetmask", [.string("prefix")], returns: .string, "The network mask of a range.") {
      (arguments) throws(FunctionFailure) in
      .string(try AddressRange(parsing: arguments.text(0)).mask.description)
    },
    Function(
      "cidrsubnet", [.string("prefix"), .number("newbits"), .number("netnum")], returns: .string,
      "A range inside a range, by how much longer its prefix is and by its number.", subnet),
    Function(
      "cidrsubnets", [.string("prefix")], variadic: .number("newbits"), returns: .list(.string),
      "Ranges inside a range one after the other, by how much longer their prefixes are.", subnets),
  ]

  private static func host(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let range = try AddressRange(parsing: arguments.text(0))
    let number = arguments.number(1)
    guard number.isWhole else {
      throw FunctionFailure("host number must be a whole number", argument: 1)
    }
    let hostBits = range.base.width - range.prefixLength
    let refusal = FunctionFailure(
      "prefix of \(range.prefixLength) does not accommodate a host numbered \(number)", argument: 1)
    // A negative number counts from the last address, -1, down.
    let distance = number.isNegative ? -number - Number(1) : number
    guard let offset = UInt128(distance.description, radix: 10) else { throw refusal }
    let last: UInt128 = hostBits >= 128 ? .max : (1 << UInt128(hostBits)) - 1
    guard offset <= last else { throw refusal }
    var address = range.base
    address.bits |= number.isNegative ? last - offset : offset
    return .string(address.description)
  }

  private static func subnet(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let range = try AddressRange(parsing: arguments.text(0))
    let newBits = try arguments.whole(1)
    let number = arguments.number(2)
    guard newBits >= 0 else { throw FunctionFailure("the number of new bits must not be negative", argument: 1) }
    let length = range.prefixLength.addingReportingOverflow(newBits).partialValue
    guard length >= range.prefixLength, length <= range.base.width else {
      throw FunctionFailure(
        "insufficient address space to extend prefix of \(range.prefixLength) by \(newBits)", argument: 1)
    }
    guard number.isWhole else { throw FunctionFailure("network number must be a whole number", argument: 2) }
    let last: UInt128 = newBits >= 128 ? .max : (1 << UInt128(newBits)) - 1
    guard let index = UInt128(number.description, radix: 10), index <= last else {
      throw FunctionFailure(
        "prefix extension of \(newBits) does not accommodate a subnet numbered \(number)", argument: 2)
    }
    var base = range.base
    let shift = base.width - length
    if shift < 128 { base.bits |= index << UInt128(shift) }
    return .string("\(base)/\(length)")
  }

  private static func subnets(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let range = try AddressRange(parsing: arguments.text(0))
    var texts: [Value] = []
    // The first address that no range has yet; nil once the last one is taken.
    var next: UInt128? = range.base.bits
    let lastHost: UInt128 =
      range.base.width == range.prefixLength
      ? 0 : UInt128.max >> UInt128(128 - (range.base.width - range.prefixLength))
    let last = range.base.bits | lastHost
    for index in 1..<max(1, arguments.count) {
      let newBits = try arguments.whole(index)
      guard newBits >= 1 else { throw FunctionFailure("must extend prefix by at least one bit", argument: index) }
      guard newBits <= 32 else {
        throw FunctionFailure("may not extend prefix by more than 32 bits", argument: index)
      }
      let length = range.prefixLength + newBits
      guard length <= range.base.width else {
        throw FunctionFailure(
          "would extend prefix to \(length) bits, which is too long for an \(range.base.family) address",
          argument: index)
      }
      let shift = UInt128(range.base.width - length)
      let size = UInt128(1) << shift
      let exhausted = FunctionFailure(
        "not enough remaining address space for a subnet with a prefix of \(length) bits", argument: index)
      guard let free = next else { throw exhausted }
      // A range begins at a multiple of its size.
      let (raised, overflow) = free.addingReportingOverflow(size - 1)
      let start = (raised >> shift) << shift
      guard !overflow, start >= free, start <= last, last - start >= size - 1 else { throw exhausted }
      texts.append(.string("\(Address(bits: start, width: range.base.width))/\(length)"))
      let end = start + (size - 1)
      next = end == last ? nil : end + 1
    }
    return .list(texts, of: .string)
  }
}
