/// A file, or a member of an archive, on its way to be read.
struct InputFile {
  /// As the user named it, for messages.
  var path: String
  /// Its path under the INPUT, for ids: the file's name where the INPUT is the file.
  var id: String
  /// Its name without folders.
  var name: String { id.split(separator: "/").last.map(String.init) ?? id }
  /// Whether the user named this file, so that it is read whatever it is called.
  var isNamed: Bool
  /// Archives and compressed files around it.
  var archiveDepth = 0
  /// Where an archive that the user named, or a folder holds, can be read a second time; nil for what is
  /// met on its way through a stream.
  var place: SystemPath?
  /// What the file is called inside a compressed one; nil where it is called as it stands.
  var unpackedName: String?

  /// The name that tells the format.
  var innerName: String { unpackedName ?? name }

  /// The letters after the last dot of the name that tells the format, in lower case.
  var nameExtension: String {
    let name = innerName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
