// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the libraries never build it.
//
//     Benchmarks/run                                                        speed of text: docs/performance.md
//     swift run -c release --package-path Benchmarks PlanBenchmarks         speed of placing
//     Fuzzing/run-properties FOLDER...                                      the formatter's promises over real files
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "jobtool", path: "..")],
  targets: [
    .target(name: "Files"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "HCLParser", package: "jobtool"), .product(name: "HCLFormat", package: "jobtool"),
        .product(name: "JobSpec", package: "jobtool"), "Files",
      ]),
    .executableTarget(
      name: "FormatProperties",
      dependencies: [
        .product(name: "HCLParser", package: "jobtool"), .product(name: "HCLFormat", package: "jobtool"),
        .product(name: "JobSpec", package: "jobtool"), "Files",
      ]),
    .executableTarget(
      name: "PlanBenchmarks",
      dependencies: [
        .product(name: "HCLParser", package: "jobtool"), .product(name: "JobSpec", package: "jobtool"),
        .product(name: "Planner", package: "jobtool"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
