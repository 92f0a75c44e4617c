// swift-tools-version: 6.2

import PackageDescription

/// A package that depends on tanya as any other package can. `.ci/run` builds and runs it.
let package = Package(
  name: "ask-notes",
  dependencies: [.package(name: "tanya", path: "../..")],
  targets: [
    .executableTarget(
      name: "ask-notes", dependencies: [.product(name: "Tanya", package: "tanya")])
  ])
