/// `yamlencode` and `yamldecode`.
enum YAMLFunctions {
  static let all: [Function] = [
    Function(
      "yamlencode", [Function.Parameter("value", .any, allowsNull: true)], returns: .string,
      "A value as a YAML text in block style."
    ) { (arguments) throws(FunctionFailure) in
      var writer = YAMLWriter()
      try writer.write(arguments.values[0])
      return .string(writer.text)
    },
    Function("yamldecode", [.string("src")], returns: .any, "The value that a YAML text spells.") {
      (arguments) throws(FunctionFailure) in
      var reader = YAMLReader(arguments.text(0))
      return try reader.document()
    },
  ]
}
