// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "ClientPackage",
  dependencies: [.package(name: "tanya", path: "../..")],
  targets: [
    .executableTarget(
      name: "Client", dependencies: [.product(name: "TanyaLibrary", package: "tanya")])
  ]
)
