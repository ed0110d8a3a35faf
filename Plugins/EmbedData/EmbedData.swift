import Foundation
import PackagePlugin

/// Turns the text files of a target's data folder into string constants of the target: its own
/// `LanguagePacks` or `Tables`, or the package's `templates`; for the command line the licences.
///
/// A resource bundle would bake an absolute path into the binary; a constant moves with it.
@main struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let (folder, files) = data(of: target, in: context.package.directoryURL)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
    return [
      .buildCommand(
        displayName: "Embed \(files.count) data files of \(target.name)",
        executable: try context.tool(named: "embed-data").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  /// What a target embeds, and the folder that its paths are told from.
  private func data(of target: any Target, in package: URL) -> (folder: URL, files: [URL]) {
    if target.name == "DatelineCLI" {
      return (package, [package.appending(path: "THIRD_PARTY_NOTICES")])
    }
    let own = ["LanguagePacks", "Tables"].map { target.directoryURL.appending(path: $0) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
    let folder = own ?? package.appending(path: "templates")
    return (folder, dataFiles(in: folder))
  }

  private func dataFiles(in folder: URL) -> [URL] {
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { ["tsv", "mustache", "css", "js"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
