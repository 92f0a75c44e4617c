// swift-tools-version: 6.2

import PackageDescription

/// The settings of every target of this package: warnings are errors here, and only here.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A Swift target with the shared settings.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a target.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict)
}

/// A C library of the system, and the Debian package that provides it.
func library(_ name: String, apt package: String) -> Target {
  .systemLibrary(name: name, providers: [.apt([package])])
}

/// The commit that a release is built from, which its script names; other builds do not know it,
/// since the package manager would not notice that it has changed.
let commit = Context.environment["TANYA_COMMIT"] ?? ""

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "tanya",
  products: [
    .executable(name: "tanya", targets: ["tanya"]),
    // The engine for other packages; Tests/ClientPackage is one.
    .library(name: "TanyaLibrary", targets: ["Library", "Indexing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // The part of the C library's allocator that Glibc leaves out.
    .systemLibrary(name: "CMalloc"),
    // The kinds of file systems, which Glibc leaves out, too.
    .systemLibrary(name: "CFileSystem"),
    library("CReadline", apt: "libreadline-dev"),
    library("CStemmer", apt: "libstemmer-dev"),
    library("CUnicode", apt: "libutf8proc-dev"),
    library("CGumbo", apt: "libgumbo-dev"),
    library("CYaml", apt: "libyaml-dev"),
    library("CZlib", apt: "zlib1g-dev"),
    library("CZstd", apt: "libzstd-dev"),
    library("CExpat", apt: "libexpat1-dev"),
    library("CMinizip", apt: "libminizip-dev"),
    // What a helper program's process does between fork and exec, which has to be C.
    .target(name: "CCage"),
    module("Conversion", ["CCage"]),

    .target(name: "CBuild", cSettings: [.define("TANYA_COMMIT", to: "\"\(commit)\"")]),
    module("Bytes", ["CZlib"]),
    module("Model"),
    module("Caching"),
    // What has to run before the Swift runtime does.
    .target(name: "CStart"),
    module("Platform", ["CFileSystem", "CMalloc", "CStart"]),
    module("JSON", ["Bytes"]),
    module("TOML"),
    module("TextAnalysis", ["Bytes", "Model", "CStemmer", "CUnicode"]),
    module(
      "Corpus",
      [
        "Bytes", "Model", "Platform", "JSON", "TextAnalysis", "Conversion", "CGumbo", "CYaml",
        "CZlib", "CExpat", "CMinizip",
      ]),
    module("SegmentFormat", ["Bytes", "Model", "Platform", "CZstd", "CZlib"]),
    module(
      "Translation", ["Bytes", "Caching", "Model", "Platform", "TextAnalysis", "CZlib"]),
    module(
      "Indexing",
      [
        "Bytes", "Model", "Platform", "JSON", "TextAnalysis", "Corpus", "SegmentFormat",
        "Translation",
      ]),
    module(
      "Retrieval", ["Bytes", "Caching", "Model", "Platform", "TextAnalysis", "SegmentFormat"]),
    .target(name: "CWordFrequencies", exclude: ["Tables"]),
    .target(name: "CRelatedWords", exclude: ["Tables"]),
    module(
      "Answering",
      [
        "Bytes", "Caching", "Model", "TextAnalysis", "Retrieval", "CWordFrequencies",
        "CRelatedWords",
      ]),
    .target(name: "CSampleLibrary", exclude: ["Articles", "Glossary"]),
    module("SampleLibrary", ["CSampleLibrary"]),
    // What a helper program is handed that Glibc leaves out: files in memory, and limits.
    .systemLibrary(name: "CTransfer"),
    module("HTTP", ["CTransfer"]),
    module(
      "Cluster",
      [
        "Bytes", "Model", "Platform", "JSON", "TextAnalysis", "Conversion", "Corpus", "Retrieval",
        "HTTP",
      ]),
    module(
      "Library",
      [
        "Bytes", "Model",
        "Platform", "TextAnalysis", "Corpus", "SegmentFormat", "Indexing", "Retrieval", "Answering",
        "Translation", "SampleLibrary", "Cluster",
      ]),
    module(
      "Evaluation", ["Bytes", "Model", "Platform", "JSON", "Answering", "Retrieval", "Library"]),
    module("LineEditing", ["CReadline"]),
    module(
      "Commands",
      [
        "Bytes", "Model",
        "Platform", "JSON", "TextAnalysis", "Corpus", "SegmentFormat", "Indexing", "Retrieval",
        "Answering", "Translation", "Cluster", "Library", "Evaluation", "LineEditing", "TOML",
        "CUnicode", "CBuild", argumentParser,
      ]),
    .executableTarget(name: "tanya", dependencies: ["Commands"], swiftSettings: strict),
    module(
      "Training",
      [
        "Bytes", "Model", "Platform", "TextAnalysis", "Indexing", "Retrieval", "Answering",
        "Library",
        "Evaluation",
      ]),
    .executableTarget(name: "tanya-train", dependencies: ["Training"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "Bytes", ["TestSupport"]),
    tests(of: "Model"),
    tests(of: "Caching"),
    tests(of: "Platform", ["TestSupport"]),
    tests(of: "JSON", ["TestSupport"]),
    tests(of: "TOML", ["TestSupport"]),
    tests(of: "TextAnalysis", ["Bytes", "Model", "TestSupport"]),
    tests(
      of: "Corpus",
      [
        "Bytes", "Model", "Platform", "JSON", "TextAnalysis", "Conversion", "CGumbo", "TestSupport",
      ]),
    tests(of: "SegmentFormat", ["Bytes", "Model", "Platform", "TestSupport"]),
    tests(
      of: "Indexing",
      [
        "Bytes", "Model", "Platform", "TextAnalysis", "Corpus", "SegmentFormat", "Retrieval",
        "TestSupport",
      ]),
    tests(
      of: "Translation", ["Bytes", "Model", "Platform", "TextAnalysis", "CZlib", "TestSupport"]),
    tests(
      of: "Retrieval",
      [
        "Bytes", "Model", "Platform", "TextAnalysis", "Corpus", "SegmentFormat", "Indexing",
        "TestSupport",
      ]),
    tests(of: "Answering", ["Bytes", "Model", "Platform", "TextAnalysis", "Retrieval"]),
    tests(of: "HTTP", ["TestSupport"]),
    tests(
      of: "Cluster",
      [
        "Model", "Platform", "JSON", "TextAnalysis", "Corpus", "Retrieval", "Answering", "Library",
        "TestSupport",
      ]),
    tests(
      of: "Library",
      [
        "Bytes", "Model", "Platform", "TextAnalysis", "Corpus", "Indexing", "Retrieval",
        "Answering", "TestSupport",
      ]),
    tests(
      of: "Evaluation",
      ["Bytes", "Model", "JSON", "TextAnalysis", "Retrieval", "Answering", "TestSupport"]),
    tests(of: "SampleLibrary", ["Platform", "JSON"]),
    tests(of: "LineEditing"),
    tests(
      of: "Commands",
      [
        "Bytes", "Model", "Platform", "JSON", "TextAnalysis", "Retrieval", "Answering", "Library",
        "TOML", "TestSupport",
      ]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Model", "Platform", "TextAnalysis", "SegmentFormat", "Indexing", "Retrieval", "Library",
        "TestSupport",
      ],
      path: "Tests/Benchmarks",
      exclude: [
        "Growth.md", "Results.md", "compare.py", "coverage.py", "generate.py", "growth.py",
        "readers.py",
        "instructions", "instructions.tsv", "tanya.json",
      ],
      swiftSettings: strict),
    tests(of: "Training", ["Bytes", "Model", "Answering", "Evaluation", "TestSupport"]),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Platform"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["tanya", "Platform", "JSON", "SampleLibrary", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
