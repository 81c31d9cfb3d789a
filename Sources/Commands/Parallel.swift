import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs independent pieces of work on several threads. Results come in the order of the input, whoever was first.
enum Parallel {
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], threads: Int, _ transform: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    guard threads > 1, inputs.count > 1 else { return inputs.map(transform) }
    let slots = Slots<Output>(count: inputs.count)
    let work = Work {
      while let index = slots.claim() { slots.fill(index, with: transform(inputs[index])) }
    }
    // The calling thread works too; it alone would do if no other can be made.
    let helpers = (1..<min(threads, inputs.count)).compactMap { _ in Thread(work) }
    work.run()
    for helper in helpers { helper.join() }
    return slots.results()
  }
}

/// Which piece is next, and what has come of the others.
private final class Slots<Output: Sendable>: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let outputs: Mutex<[Output?]>

  init(count: Int) {
    self.count = count
    outputs = Mutex(Array(repeating: nil, count: count))
  }

  func claim() -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  func fill(_ index: Int, with output: Output) { outputs.withLock { $0[index] = output } }

  func results() -> [Output] { outputs.withLock { $0.compactMap { $0 } } }
}

private final class Work: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A thread of the system. Swift's own tasks would need an asynchronous `main` and their runtime at start-up.
private struct Thread {
  private var handle: pthread_t

  init?(_ work: Work) {
    let context = Unmanaged.passRetained(work).toOpaque()
    #if canImport(Darwin)
      var made: pthread_t?
    #else
      var made = pthread_t()
    #endif
    let status = pthread_create(&made, nil, threadBody, context)
    guard status == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      return nil
    }
    #if canImport(Darwin)
      guard let made else { return nil }
    #endif
    handle = made
  }

  func join() { pthread_join(handle, nil) }
}

#if canImport(Darwin)
  private func threadBody(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func threadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif
