import Dateline

/// Why a command ends before its work is done.
///
/// Its words may quote anything: they are made safe where they are told.
enum Failure: Error {
  /// The command line makes no sense.
  case usage(UsageError)
  /// Something given cannot be read or written, or nothing in it can be used.
  case refused(String)
  /// A line of a table or template is wrong; it stands below the message with a caret.
  case misread(any Error & CustomStringConvertible & Sendable)
  /// Nobody reads the output any more.
  case closedPipe
  /// Something that Dateline should never do.
  case fault(String)

  var status: Int32 {
    switch self {
    case .usage, .refused, .misread: 2
    case .closedPipe: 0
    case .fault: 70
    }
  }

  /// What standard error gets; nil where nothing is to be said.
  var message: String? {
    switch self {
    case .usage(let error):
      let command = error.command.map { " \($0.rawValue)" } ?? ""
      let lists = error.command == nil ? "commands" : "options"
      return """
        dateline\(command): \(terminalSafe(error.message))
                  dateline\(command) --help lists the \(lists).
        """
    case .refused(let message): return "dateline: \(terminalSafe(message))"
    case .misread(let error): return "dateline: \(error)"
    case .closedPipe: return nil
    case .fault(let message):
      return """
        dateline: \(terminalSafe(message))
                  This is a fault of Dateline: please report it with the command line.
        """
    }
  }
}
