internal import Dispatch

extension Range<Int> {
  /// As `map`, on several cores; the results come in order, whatever the number of jobs.
  ///
  /// ```swift
  /// (0..<3).mapped(jobs: 2) { $0 * $0 }  // [0, 1, 4]
  /// ```
  func mapped<Result: Sendable>(
    jobs: Int, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    // Many portions to a job: what stands together is often as long as its neighbours.
    let portion = count / (Swift.max(1, jobs) * 16) + 1
    let jobs = Swift.min(jobs, count / portion)
    guard jobs > 1 else { return map(transform) }
    let portions = split(every: portion)
    var results = [[Result]](repeating: [], count: portions.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each portion is written by one job.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        for number in stride(from: job, to: portions.count, by: jobs) {
          buffer[number] = portions[number].map(transform)
        }
      }
    }
    var all: [Result] = []
    all.reserveCapacity(count)
    for portion in results { all += portion }
    return all
  }

  /// The range in parts of so many numbers, of which the last may have fewer.
  ///
  /// ```swift
  /// (0..<5).split(every: 2)  // [0..<2, 2..<4, 4..<5]
  /// ```
  func split(every size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map {
      $0..<Swift.min($0 + size, upperBound)
    }
  }
}
