import Synchronization

/// One line on standard error that says how far the work is. Shown only on a terminal, and only from half a second on.
final class ProgressLine: Sendable {
  private let world: World
  private let what: String
  private let total: Int
  private let state = Mutex((done: 0, shown: -1))

  /// `what` is the work in the plural: `files`.
  init(_ what: String, total: Int, in world: World) {
    self.what = what
    self.total = total
    self.world = world
  }

  /// One more piece is done.
  func advance() {
    guard world.terminal.errorIsTerminal else { return }
    state.withLock { state in
      state.done += 1
      let percent = total > 0 ? state.done * 100 / total : 100
      guard percent != state.shown, world.terminal.runsLong() else { return }
      state.shown = percent
      world.writeError(Array("\r\(state.done) of \(total) \(what)\u{1B}[K".utf8))
    }
  }

  /// Removes the line, if there is one.
  func finish() {
    state.withLock { state in
      if state.shown >= 0 { world.writeError(Array("\r\u{1B}[K".utf8)) }
      state.shown = -1
    }
  }
}
