// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with: Swift 6 rules, no warning left standing.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests import what they need without ceremony, so they leave the import rules out.
let testSettings: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "jobtool",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "HCLParser", targets: ["HCLParser"]),
    .library(name: "HCLFormat", targets: ["HCLFormat"]),
    .library(name: "JobSpec", targets: ["JobSpec"]),
    .library(name: "Planner", targets: ["Planner"]),
    .executable(name: "jobtool", targets: ["jobtool"]),
    .executable(name: "nomadfmt", targets: ["nomadfmt"]),
  ],
  targets: [
    .target(name: "HCLParser", swiftSettings: settings),
    .target(name: "HCLFormat", dependencies: ["HCLParser"], swiftSettings: settings),
    .target(name: "JobSpec", dependencies: ["HCLParser"], swiftSettings: settings),
    .target(name: "Planner", dependencies: ["HCLParser", "JobSpec"], swiftSettings: settings),
    .target(
      name: "Commands", dependencies: ["HCLParser", "HCLFormat", "JobSpec", "Planner"], swiftSettings: settings),
    .executableTarget(name: "jobtool", dependencies: ["Commands"], swiftSettings: settings),
    .executableTarget(name: "nomadfmt", dependencies: ["Commands"], swiftSettings: settings),

    .target(name: "TestSupport", dependencies: ["HCLParser"], path: "Tests/TestSupport", swiftSettings: testSettings),
    .testTarget(name: "HCLParserTests", dependencies: ["HCLParser", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "HCLFormatTests", dependencies: ["HCLFormat", "HCLParser", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "JobSpecTests", dependencies: ["JobSpec", "HCLParser", "TestSupport"], swiftSettings: testSettings),
    .testTarget(
      name: "PlannerTests", dependencies: ["Planner", "JobSpec", "HCLParser", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "HCLParser", "HCLFormat", "JobSpec", "Planner", "TestSupport"],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
