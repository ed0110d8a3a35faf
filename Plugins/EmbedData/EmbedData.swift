import Foundation
import PackagePlugin

/// Turns the text files of a target's data folder into string constants of the target: its own
/// `LanguagePacks`, or the package's `templates`.
///
/// A resource bundle would bake an absolute path into the binary; a constant moves with it.
@main struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let packs = target.directoryURL.appending(path: "LanguagePacks")
    let hasPacks = FileManager.default.fileExists(atPath: packs.path)
    let folder = hasPacks ? packs : context.package.directoryURL.appending(path: "templates")
    let files = dataFiles(in: folder)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedData.swift")
    return [
      .buildCommand(
        displayName: "Embed \(files.count) data files of \(target.name)",
        executable: try context.tool(named: "embed-data").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  private func dataFiles(in folder: URL) -> [URL] {
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { ["tsv", "mustache", "css", "js"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
