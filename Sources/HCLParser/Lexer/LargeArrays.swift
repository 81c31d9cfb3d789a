#if canImport(Glibc)
  internal import Glibc
#endif

extension Array {
  /// Reserves room for up to `capacity` elements. Pages that stay untouched cost nothing; growing would copy.
  ///
  /// Of an array of many megabytes the system is asked to hand out large pages: at a page of 4 KiB a time it takes as
  /// long to make the memory as we take to fill it.
  mutating func reservePages(_ capacity: Int) {
    reserveCapacity(capacity)
    #if canImport(Glibc)
      let size = capacity * MemoryLayout<Element>.stride
      guard size >= 16 << 20 else { return }
      withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        let page = 4096
        let start = base.alignedUp(toMultipleOf: page)
        // Advice only: where it is not taken everything works as before.
        _ = madvise(start, (size - (start - base)) & ~(page - 1), Int32(MADV_HUGEPAGE))
      }
    #endif
  }
}
