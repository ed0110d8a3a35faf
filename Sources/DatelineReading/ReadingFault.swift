/// Why an input, or a part of it, cannot be read, and what to do about it.
struct ReadingFault: Error, Hashable {
  let message: String
  let remedy: String

  init(_ message: String, _ remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}
