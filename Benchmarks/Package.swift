// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of the libraries never build it.
//
//     swift run -c release --package-path Benchmarks Benchmarks
//     swift run -c release --package-path Benchmarks PlanBenchmarks
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "jobtool", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "HCLParser", package: "jobtool"), .product(name: "JobSpec", package: "jobtool"),
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
