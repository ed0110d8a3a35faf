// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// One vocabulary (EDTF, DatelineModel), four workers that never see each other, one walk (Dateline).
let package = Package(
  name: "dateline",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Dateline", targets: ["Dateline"]),
    .library(name: "EDTF", targets: ["EDTF"]),
    .executable(name: "dateline", targets: ["DatelineCLI"]),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CBuildID"),
    .target(name: "CGraphvizText", dependencies: ["CGraphviz"]),
    .target(name: "CEntityWeights", exclude: ["en.bin", "MODEL-CARD.md"]),
    .target(name: "EDTF", swiftSettings: settings),
    .target(name: "Mustache", swiftSettings: settings),
    .target(name: "DatelineModel", dependencies: ["EDTF"], swiftSettings: settings),
    .target(
      name: "DatelineReading",
      dependencies: ["EDTF", "DatelineModel", "CLibXML2", "CZlib", "CArchive"],
      exclude: ["Tables"], swiftSettings: settings, plugins: ["EmbedData"]),
    .target(
      name: "DatelineCache", dependencies: ["EDTF", "DatelineModel", "CSQLite"],
      swiftSettings: settings),
    .target(
      name: "DatelineExtraction", dependencies: ["EDTF", "DatelineModel", "CEntityWeights"],
      exclude: ["LanguagePacks"], swiftSettings: settings, plugins: ["EmbedData"]),
    .target(
      name: "DatelineTimelines", dependencies: ["EDTF", "DatelineModel"], exclude: ["Tables"],
      swiftSettings: settings, plugins: ["EmbedData"]),
    .target(
      name: "DatelineRendering",
      dependencies: ["EDTF", "Mustache", "DatelineModel", "CGraphvizText"],
      swiftSettings: settings, plugins: ["EmbedData"]),
    .target(
      name: "Dateline",
      dependencies: [
        "EDTF", "Mustache", "DatelineModel", "DatelineReading", "DatelineExtraction",
        "DatelineTimelines", "DatelineRendering", "DatelineCache", "CBuildID",
      ], swiftSettings: settings),
    .executableTarget(
      name: "DatelineCLI", dependencies: ["CExchange", "Dateline", "DatelineModel"],
      swiftSettings: settings, plugins: ["EmbedData"]),
    .target(name: "CExchange"),
    .executableTarget(
      name: "embed-data", dependencies: ["Mustache"], swiftSettings: settings),
    .executableTarget(
      name: "train-entities", dependencies: ["DatelineExtraction", "DatelineModel"],
      exclude: ["newswire.tsv", "names.tsv", "clusters.tsv", "uses.tsv"], swiftSettings: settings),
    .executableTarget(
      name: "merge-mentions",
      dependencies: ["EDTF", "DatelineExtraction", "DatelineModel", "DatelineTimelines"],
      swiftSettings: settings),
    .plugin(name: "EmbedData", capability: .buildTool(), dependencies: ["embed-data"]),
    .target(name: "DatelineTestSupport", swiftSettings: settings),
    .testTarget(
      name: "EDTFTests", dependencies: ["EDTF", "DatelineTestSupport"], swiftSettings: settings),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"], swiftSettings: settings),
    .testTarget(
      name: "DatelineModelTests", dependencies: ["EDTF", "DatelineModel", "DatelineTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineExtractionTests",
      dependencies: ["EDTF", "DatelineModel", "DatelineExtraction", "DatelineTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineTimelinesTests",
      dependencies: ["EDTF", "DatelineModel", "DatelineTimelines", "DatelineTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineRenderingTests",
      dependencies: [
        "EDTF", "Mustache", "DatelineModel", "DatelineRendering", "DatelineTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineReadingTests",
      dependencies: ["EDTF", "DatelineModel", "DatelineReading", "DatelineTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineCacheTests",
      dependencies: ["EDTF", "DatelineModel", "DatelineCache", "DatelineTestSupport", "CSQLite"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineCLITests",
      dependencies: ["EDTF", "DatelineModel", "Dateline", "DatelineCLI", "DatelineTestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
  ]
)

// Only where it is asked for, by Scripts/fuzz.sh: libFuzzer brings its own main function.
if Context.environment["DATELINE_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "fuzz-parsers",
      dependencies: [
        "CLibFuzzer",
        "EDTF", "Mustache", "DatelineModel", "DatelineReading", "DatelineExtraction",
        "DatelineTimelines", "DatelineRendering",
      ],
      path: "Tests/Fuzz", exclude: ["Dictionaries", "Seeds", "CLibFuzzer"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),
  ]
}
