import Dateline

extension Arguments {
  /// The text of a file of the reader's own; nil where the option is not given.
  private func ownFile(_ option: String) throws(Failure) -> (path: String, text: String)? {
    guard let path = text(option) else { return nil }
    guard let bytes = wholeFile(path) else {
      throw .refused("cannot read \(path): there is no such file, or it is not yours to read.")
    }
    return (path, String(decoding: bytes, as: UTF8.self))
  }

  /// What `--decisions` says.
  func decisions() throws(Failure) -> Decisions {
    guard let file = try ownFile("decisions") else { return Decisions() }
    do throws(LineError) {
      return try Decisions(parsing: file.text, file: file.path)
    } catch {
      throw .misread(error)
    }
  }

  /// The groups of `--groups`.
  func groupsOfFile() throws(Failure) -> [TimelineDiff.Options.Group] {
    guard let file = try ownFile("groups") else { return [] }
    do throws(LineError) {
      return try TimelineDiff.Options.Group.all(parsing: file.text, file: file.path)
    } catch {
      throw .misread(error)
    }
  }
}

extension Messages {
  /// Names the decisions that no longer fit, each with its line.
  func warn(ofStale decisions: [Decision], in file: String?) {
    var told: Set<Int> = []
    for decision in decisions where told.insert(decision.line).inserted {
      warn(
        "\(file ?? "decisions"):\(decision.line): this decision changes nothing any more: "
          + decision.text)
    }
  }
}
