/// A regular expression in the syntax of RE2, compiled. Searching takes time linear in the text, whatever the pattern.
///
/// An engine of our own, because the standard library's `Regex` differs from Go's in syntax and meaning and may
/// backtrack without end.
public struct Pattern: Sendable {
  /// Why a text is no pattern: `error parsing regexp: missing closing ): …`.
  public struct Fault: Error, Sendable {
    /// In Go's words, the leading `error parsing regexp:` included.
    public var message: String
    public init(_ message: String) { self.message = message }
  }

  private let program: PatternProgram
  private let captureCount: Int
  private let names: [(name: String, number: Int)]

  /// The compiled pattern, or what is wrong with it.
  public static func compiled(_ text: String) -> Result<Pattern, Fault> {
    var parser = PatternParser(text)
    do throws(Fault) {
      let program = PatternProgram(try parser.expression())
      guard !program.isTooLarge else { throw Fault("error parsing regexp: expression too large: `\(text)`") }
      return .success(Pattern(program: program, captureCount: parser.captureCount, names: parser.names))
    } catch {
      return .failure(error)
    }
  }

  private init(program: PatternProgram, captureCount: Int, names: [(name: String, number: Int)]) {
    self.program = program
    self.captureCount = captureCount
    self.names = names
  }

  /// The compiled pattern, or nil where the text is none. `compiled(_:)` says why.
  public init?(_ text: String) {
    guard case .success(let pattern) = Pattern.compiled(text) else { return nil }
    self = pattern
  }

  /// Whether the pattern matches anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var machine = PatternMachine(program, text: text.unicodeScalars.map(\.value), slotCount: 0)
    return machine.match(from: 0) != nil
  }

  /// A text with every match replaced. `$1`, `$name` and `${name}` stand for groups, `$$` for a dollar sign.
  ///
  /// Nil where the result would be longer than any text should be.
  public func replacingMatches(in text: String, with replacement: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let parts = replacementParts(Array(replacement.unicodeScalars))
    var machine = PatternMachine(program, text: scalars.map(\.value), slotCount: 2 * (captureCount + 1))
    var result = String.UnicodeScalarView()
    var size = 0
    var searchFrom = 0
    var lastEnd = 0
    func append(_ piece: some Collection<Unicode.Scalar>) {
      result.append(contentsOf: piece)
      size += piece.count
    }
    while searchFrom <= scalars.count, let slots = machine.match(from: searchFrom) {
      let (start, end) = (slots[0], slots[1])
      append(scalars[lastEnd..<start])
      // No empty match right after another match: Go leaves it out.
      if end > lastEnd || start == 0 {
        for part in parts {
          switch part {
          case .literal(let literal): append(literal)
          case .groups(let numbers):
            // Of groups of one name the first that takes part counts.
            for number in numbers {
              let (low, high) = (slots[number * 2], slots[number * 2 + 1])
              guard low >= 0, high >= low else { continue }
              append(scalars[low..<high])
              break
            }
          }
        }
      }
      if size > FunctionBounds.text / 4 { return nil }
      lastEnd = end
      searchFrom = max(searchFrom + 1, end)
    }
    append(scalars[lastEnd...])
    return String(result)
  }

  private enum ReplacementPart {
    case literal([Unicode.Scalar])
    case groups([Int])
  }

  private func replacementParts(_ scalars: [Unicode.Scalar]) -> [ReplacementPart] {
    var parts: [ReplacementPart] = []
    var literal: [Unicode.Scalar] = []
    var position = 0
    while position < scalars.count {
      guard scalars[position] == "$" else {
        literal.append(scalars[position])
        position += 1
        continue
      }
      position += 1
      if position < scalars.count, scalars[position] == "$" {
        literal.append("$")
        position += 1
        continue
      }
      guard let reference = reference(in: scalars, at: position) else {
        // Not a reference: the sign stands for itself.
        literal.append("$")
        continue
      }
      position = reference.end
      parts.append(.literal(literal))
      literal = []
      parts.append(.groups(numbers(of: reference.name)))
    }
    parts.append(.literal(literal))
    return parts
  }

  private func reference(in scalars: [Unicode.Scalar], at start: Int) -> (name: String, end: Int)? {
    let isBraced = start < scalars.count && scalars[start] == "{"
    let nameStart = isBraced ? start + 1 : start
    var end = nameStart
    while end < scalars.count, scalars[end] == "_" || isLetterOrDigit(scalars[end]) { end += 1 }
    guard end > nameStart else { return nil }
    if isBraced, end == scalars.count || scalars[end] != "}" { return nil }
    let name = String(String.UnicodeScalarView(scalars[nameStart..<end]))
    return (name, isBraced ? end + 1 : end)
  }

  private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }

  /// The groups that a reference names; none where there is no such group, and then nothing is put in.
  private func numbers(of name: String) -> [Int] {
    let isNumber = name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber, name == "0" || !name.hasPrefix("0") {
      return Int(name).flatMap { $0 <= captureCount ? [$0] : nil } ?? []
    }
    return names.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.number)
  }
}
