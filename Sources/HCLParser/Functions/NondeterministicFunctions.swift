/// Functions whose result differs from call to call. Without a source of random bytes their results stay unknown.
///
/// An unknown value says so wherever it turns up. A made-up one would look like an answer.
enum NondeterministicFunctions {
  static let all: [Function] = [
    Function("uuidv4", [], returns: .string, "A random UUID, another one each time.") { arguments in
      guard let bytes = random(16, arguments) else { return .unknown(.string) }
      var uuid = bytes
      uuid[6] = uuid[6] & 0x0F | 0x40
      uuid[8] = uuid[8] & 0x3F | 0x80
      return .string(HashFunctions.uuidText(uuid))
    },
    Function(
      "bcrypt", [.string("str")], variadic: .number("cost"), returns: .string,
      "The bcrypt hash of a text, with random salt, another one each time.", bcrypt),
  ]

  /// Random bytes, if the outside lends any.
  private static func random(_ count: Int, _ arguments: Arguments) -> [UInt8]? {
    guard let bytes = arguments.environment.randomBytes?(count), bytes.count >= count else { return nil }
    return Array(bytes.prefix(count))
  }

  /// Costs beyond this take minutes; then the result stays unknown.
  private static let costBound = 14

  private static func bcrypt(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard arguments.count <= 2 else {
      throw FunctionFailure("bcrypt() takes no more than two arguments", argument: 2)
    }
    var cost = 10
    if arguments.count == 2 {
      // Below 4 the reference silently takes its default.
      let given = try arguments.whole(1)
      if given >= 4 { cost = given }
    }
    guard cost <= 31 else {
      throw FunctionFailure("crypto/bcrypt: cost \(cost) is outside allowed inclusive range 4..31", argument: 1)
    }
    let password = Array(arguments.text(0).utf8)
    guard password.count <= 72 else {
      throw FunctionFailure("bcrypt: password length exceeds 72 bytes", argument: 0)
    }
    guard cost <= costBound, let salt = random(16, arguments) else { return .unknown(.string) }
    return .string(BcryptHash.text(password: password, salt: salt, cost: cost))
  }
}
