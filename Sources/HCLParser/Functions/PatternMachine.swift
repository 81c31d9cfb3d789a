/// Runs a program over a text: all ways at once, one character after the other, so that time grows with
/// length of text times size of program and never faster (Thompson's and Pike's construction).
struct PatternMachine {
  private let program: PatternProgram
  private let text: [UInt32]
  private let slotCount: Int
  private var running: Threads
  private var waiting: Threads
  private var stack: [Visit] = []

  /// What is left to do while one thread spreads over splits.
  private enum Visit {
    case step(Int)
    case restore(slot: Int, value: Int)
  }

  /// Threads in order of preference; a step is in it once.
  private struct Threads {
    var dense: [Int] = []
    var sparse: [Int]
    /// The slots of each thread, one row after the other.
    var slots: [Int] = []

    init(_ size: Int) { sparse = Array(repeating: 0, count: size) }

    func contains(_ step: Int) -> Bool {
      let index = sparse[step]
      return index < dense.count && dense[index] == step
    }

    mutating func append(_ step: Int) {
      sparse[step] = dense.count
      dense.append(step)
    }

    mutating func removeAll() {
      dense.removeAll(keepingCapacity: true)
      slots.removeAll(keepingCapacity: true)
    }
  }

  /// `slotCount` places are noted: none if it only matters whether the text matches.
  init(_ program: PatternProgram, text: [UInt32], slotCount: Int) {
    self.program = program
    self.text = text
    self.slotCount = slotCount
    running = Threads(program.steps.count)
    waiting = Threads(program.steps.count)
  }

  /// The slots of the leftmost match that starts at `start` or later; nil where there is none. A slot never set is -1.
  mutating func match(from start: Int) -> [Int]? {
    running.removeAll()
    var found: [Int]?
    var position = start
    while true {
      if found == nil {
        // A new thread starts at every place, with the lowest preference.
        var slots = Array(repeating: -1, count: slotCount)
        spread(to: 0, at: position, &slots, into: \.running)
      }
      if running.dense.isEmpty { break }
      let value = position < text.count ? text[position] : nil
      waiting.removeAll()
      stepping: for index in running.dense.indices {
        switch program.steps[running.dense[index]] {
        case .characters(let set):
          guard let value, program.sets[set].contains(value) else { continue }
          var slots = Array(running.slots[(index * slotCount)..<((index + 1) * slotCount)])
          spread(to: running.dense[index] + 1, at: position + 1, &slots, into: \.waiting)
        case .match:
          found = Array(running.slots[(index * slotCount)..<((index + 1) * slotCount)])
          // Threads of lower preference are dropped. Without slots any match will do.
          if slotCount == 0 { return found }
          break stepping
        default: continue
        }
      }
      swap(&running, &waiting)
      guard value != nil else { break }
      position += 1
    }
    return found
  }

  /// Adds a step and all that it leads to without taking a character.
  private mutating func spread(
    to step: Int, at position: Int, _ slots: inout [Int], into list: WritableKeyPath<PatternMachine, Threads>
  ) {
    stack.append(.step(step))
    while let visit = stack.popLast() {
      switch visit {
      case .restore(let slot, let value): slots[slot] = value
      case .step(let step):
        if self[keyPath: list].contains(step) { continue }
        self[keyPath: list].append(step)
        self[keyPath: list].slots.append(contentsOf: slots)
        switch program.steps[step] {
        case .jump(let target): stack.append(.step(target))
        case .split(let first, let second):
          stack.append(.step(second))
          stack.append(.step(first))
        case .assertion(let assertion):
          let before = position > 0 ? text[position - 1] : nil
          let after = position < text.count ? text[position] : nil
          if assertion.holds(before: before, after: after) { stack.append(.step(step + 1)) }
        case .save(let slot):
          if slot < slotCount {
            stack.append(.restore(slot: slot, value: slots[slot]))
            slots[slot] = position
          }
          stack.append(.step(step + 1))
        case .characters, .match: break
        }
      }
    }
  }
}
