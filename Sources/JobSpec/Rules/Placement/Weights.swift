import HCLParser

struct AffinityWeight: ValidationRule {
  let facts = RuleFacts(
    "affinity-weight", .server, covers: [211, 247, 248], finds: "an affinity weight of 0, or outside -100 to 100",
    because: "The weight says how much a node is preferred, or below 0 avoided. A weight of 0 would say nothing.",
    failing: .jobPart("affinity {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n  weight    = 0\n}"),
    passing: .jobPart("affinity {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n  weight    = 50\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let affinities = (checked.isSystem ? [] : checked.affinities) + checked.devices.flatMap(\.affinities)
    for affinity in affinities {
      guard let weight = affinity.weight else { continue }
      if weight == 0 {
        report(
          "an affinity of weight 0 says nothing", at: affinity.range(of: \.weight), help: "remove it, or give a weight")
      } else if !(-100...100).contains(weight) {
        report("the weight \(weight) is not within -100 to 100", at: affinity.range(of: \.weight))
      }
    }
  }
}

struct SpreadMissingAttribute: ValidationRule {
  let facts = RuleFacts(
    "spread-missing-attribute", .server, covers: [16, 43, 249], finds: "a spread without an attribute",
    because: "The attribute is what allocations are spread over: datacenters, racks, classes.",
    failing: .jobPart("spread {\n  weight = 50\n}"),
    passing: .jobPart("spread {\n  attribute = \"${node.datacenter}\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.isSystem else { return }
    for spread in checked.spreads where spread.attribute.isEmpty {
      report(
        "the spread has no attribute", at: spread.range(of: \.attribute),
        help: "add \"attribute\", for example \"${node.datacenter}\"")
    }
  }
}

struct SpreadWeight: ValidationRule {
  let facts = RuleFacts(
    "spread-weight", .server, covers: [250], finds: "a spread weight outside 1 to 100",
    because: "The weight says how much this spread counts beside others: 1 to 100, 50 without the key.",
    failing: .jobPart("spread {\n  attribute = \"${node.datacenter}\"\n  weight    = 0\n}"),
    passing: .jobPart("spread {\n  attribute = \"${node.datacenter}\"\n  weight    = 50\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.isSystem else { return }
    for spread in checked.spreads {
      guard let weight = spread.weight, !(1...100).contains(weight) else { continue }
      report("the weight \(weight) is not within 1 to 100", at: spread.range(of: \.weight))
    }
  }
}

struct SpreadDuplicateTarget: ValidationRule {
  let facts = RuleFacts(
    "spread-duplicate-target", .server, covers: [251], finds: "a spread that names one target twice",
    because: "Each target gives the share of one value; two shares for it would contradict each other.",
    failing: .jobPart(
      "spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {\n    percent = 60\n  }\n  target \"dc1\" {\n    percent = 40\n  }\n}"
    ),
    passing: .jobPart(
      "spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {\n    percent = 60\n  }\n  target \"dc2\" {\n    percent = 40\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.isSystem else { return }
    for spread in checked.spreads {
      var seen = FirstSeen<Spread.Target>()
      for target in spread.targets {
        guard let first = seen.first(named: target.value, orRemember: target) else { continue }
        report(
          "target \"\(target.value)\" is named twice", at: target.labelRange(),
          related: [.init("first named here", first.labelRange())])
      }
    }
  }
}

struct SpreadPercent: ValidationRule {
  let facts = RuleFacts(
    "spread-percent", .server, covers: [252, 253], finds: "shares of a spread above 100 percent",
    because: "The shares of a spread's targets are parts of all allocations, so they add up to 100 at most.",
    failing: .jobPart(
      "spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {\n    percent = 80\n  }\n  target \"dc2\" {\n    percent = 40\n  }\n}"
    ),
    passing: .jobPart(
      "spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {\n    percent = 60\n  }\n  target \"dc2\" {\n    percent = 40\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard !checked.isSystem else { return }
    for spread in checked.spreads {
      for target in spread.targets where target.percent > 100 || target.percent < 0 {
        report("\(target.percent) percent is not within 0 to 100", at: target.range(of: \.percent))
      }
      let sum = spread.targets.reduce(0) { $0 &+ $1.percent }
      guard sum > 100, !spread.targets.contains(where: { $0.percent > 100 }), let last = spread.targets.last else {
        continue
      }
      report(
        "the shares add up to \(sum) percent", at: last.range(of: \.percent),
        related: spread.targets.dropLast().map { .init("\($0.percent) percent", $0.range(of: \.percent)) })
    }
  }
}
