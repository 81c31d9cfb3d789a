extension TokenKind {
  /// How a message calls such a token where its text would say too little; nil where its text does.
  var phrase: String? {
    switch self {
    case .newline, .lineComment: "the end of the line"
    case .endOfFile: "the end of the file"
    case .openQuote: "a string"
    case .closeQuote: "the end of the string"
    case .heredocStart: "a heredoc"
    case .heredocEnd: "the end of the heredoc"
    case .quotedText, .heredocText: "text"
    case .badEncoding: "bytes that are no text"
    case .byteOrderMark: "a byte order mark"
    default: nil
    }
  }
}
