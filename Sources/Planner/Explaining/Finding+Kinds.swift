import HCLParser

extension ExplanationBuilder {
  /// Which constraint does not hold, where it comes from, and what the nodes have on its left side.
  func describeConstraint(_ key: FindingKey, _ finding: inout Finding) {
    let all = request.jobConstraints + request.groupConstraints
    guard let constraint = all.first(where: { $0.text.utf8.elementsEqual(key.reason.utf8) }) else { return }
    let text = Wording.trimmed(constraint.text)
    let lackers = lackers(key)
    finding.summary =
      lackers.count >= candidates.count
      ? "no node meets the constraint \(text)"
      : "\(lackers.count) of \(Wording.count(candidates.count, "node")) do\(lackers.count == 1 ? "es" : "") not meet the constraint \(text)"
    let target = ConstraintTarget(constraint.attribute)
    if target.isLiteral {
      finding.details.append(
        "\"\(constraint.attribute)\" is a text, not a reference: only a whole \"${…}\" is looked up on the node")
      return
    }
    if target.kind == .unresolvable {
      finding.details.append("\"\(constraint.attribute)\" is outside node, attr and meta: it is set on no node")
    }
    let values = lackers.map { target.value(on: snapshot.nodes[$0.node]) }
    var order: [String?] = []
    var seen: Set<String?> = []
    for value in values where seen.insert(value).inserted { order.append(value) }
    // Where each node is different, one line does.
    if order.count == lackers.count, order.count > 5 {
      let quoted = order.compactMap { $0 }.map { "\"\($0)\"" }
      finding.details.append(
        "\(constraint.attribute) is different on each of \(lackers.count) nodes: \(Wording.names(quoted))")
      order = []
    }
    for value in order.prefix(5) {
      let names = zip(lackers, values).filter { $0.1 == value }.map(\.0.name)
      let found = value.map { "is \"\($0)\"" } ?? "is not set"
      finding.details.append(
        "\(constraint.attribute) \(found) on \(Wording.count(names.count, "node")): \(Wording.names(names))")
    }
    if order.count > 5 { finding.details.append("and \(order.count - 5) further values") }
    finding.help = constraintHelp(constraint, target, values: values)
  }

  private func constraintHelp(
    _ constraint: RequestedConstraint, _ target: ConstraintTarget, values: [String?]
  ) -> String? {
    // A key that no node has is perhaps a misspelt one.
    if values.allSatisfy({ $0 == nil }) {
      switch target.kind {
      case .attribute(let key):
        guard !snapshot.nodes.contains(where: { $0.attributes[key] != nil }) else { return nil }
        return NameSuggestion.nearest(to: key, among: snapshot.nodes.first?.attributes.keys ?? [])
          .map { "did you mean \"${attr.\($0)}\"?" }
      case .meta(let key):
        guard !snapshot.nodes.contains(where: { $0.meta[key] != nil }) else { return nil }
        return NameSuggestion.nearest(to: key, among: snapshot.nodes.flatMap(\.meta.keys))
          .map { "did you mean \"${meta.\($0)}\"?" }
      default: return nil
      }
    }
    guard ["=", "==", "is"].contains(constraint.comparison) else { return nil }
    return target.isFixed ? nil : suggestion(constraint.value, among: values.compactMap { $0 })
  }

  /// Which host volumes are asked for, and which the nodes have instead.
  func describeHostVolumes(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    if lackers.contains(where: { snapshot.nodes[$0.node].unknown.contains(.hostVolumes) }) {
      describeByDetail(key, &finding)
      return
    }
    let volumes = request.volumes.filter { $0.type == "host" }
    var sentences: [String] = []
    var nowhere: [String] = []
    for volume in volumes {
      let source = volume.source(forInstance: instance)
      let present = lackers.map { ($0.name, snapshot.nodes[$0.node].hostVolume(source)) }
      let missing = present.count { $0.1 == nil }
      if missing == candidates.count, candidates.count > 1 {
        if !nowhere.contains("\"\(source)\"") { nowhere.append("\"\(source)\"") }
      } else if missing > 0 {
        let sentence = having("host volume \"\(source)\"", lackers: missing)
        if !sentences.contains(sentence) { sentences.append(sentence) }
      }
      let readOnly = volume.isReadOnly ? [] : present.filter { $0.1?.isReadOnly == true }.map(\.0)
      if !readOnly.isEmpty {
        finding.details.append("host volume \"\(source)\" is read-only on \(Wording.names(readOnly))")
      }
    }
    if !nowhere.isEmpty {
      sentences.insert("no node has host volume \(Wording.list(nowhere, joint: "or"))", at: 0)
    }
    let others = candidates.map { snapshot.nodes[$0.node].hostVolumes.map(\.name) }
    finding.summary =
      sentences.isEmpty
      ? "\(Wording.count(lackers.count, "node")) \(lackers.count == 1 ? "has" : "have") the host volumes only for reading"
      : Wording.list(Array(sentences.prefix(4)))
        + (sentences.count > 4 ? " (and \(sentences.count - 4) more volumes)" : "")
    finding.details += distribution(of: others, describe: { "host volume \"\($0)\"" }, none: "no host volume")
    if let wanted = volumes.first(where: { volume in
      !snapshot.nodes.contains { $0.hostVolume(volume.source(forInstance: instance)) != nil }
    }) {
      finding.help = suggestion(wanted.source, among: snapshot.nodes.flatMap { $0.hostVolumes.map(\.name) })
    }
  }

  /// Which driver is asked for, and what is wrong with it where.
  func describeDriver(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    var missing: [RequestedDriver] = []
    var sentences: [String] = []
    for driver in request.drivers {
      let check = DriverAvailable([driver])
      let without = lackers.filter { outcome in
        let question = FeasibilityQuestion(
          number: outcome.node, instance: instance, properties: PropertyUse([], in: state))
        return check.rejection(question, in: state) != nil
      }
      guard !without.isEmpty else { continue }
      missing.append(driver)
      sentences.append(
        having("driver \"\(driver.name)\"", lackers: without.count, for: "task \"\(driver.task)\""))
      var texts: [String: [String]] = [:]
      var order: [String] = []
      for outcome in without {
        let text = driverState(driver.name, on: snapshot.nodes[outcome.node])
        if texts[text] == nil { order.append(text) }
        texts[text, default: []].append(outcome.name)
      }
      for text in order {
        finding.details.append("driver \"\(driver.name)\" \(text) on \(Wording.names(texts[text] ?? []))")
      }
    }
    finding.summary = Wording.list(sentences)
    if let driver = missing.first, !snapshot.nodes.contains(where: { $0.driver(driver.name)?.isDetected == true }) {
      let known = snapshot.nodes.flatMap { $0.drivers.filter(\.isDetected).map(\.name) }
      finding.help = suggestion(driver.name, among: known)
    }
  }

  private func driverState(_ name: String, on node: Node) -> String {
    guard let driver = node.driver(name) else { return "is unknown" }
    if !driver.isDetected { return "is not detected" }
    return driver.healthDescription.isEmpty ? "is not healthy" : "is not healthy (\(driver.healthDescription))"
  }

  func describeDistinctHosts(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    finding.summary =
      "distinct_hosts: \(Wording.count(lackers.count, "node")) \(lackers.count == 1 ? "has" : "have") an instance already"
    finding.details.append(
      "\(request.count) instances need \(request.count) fitting nodes of their own: \(Wording.names(lackers.map(\.name))) \(lackers.count == 1 ? "is" : "are") taken"
    )
  }

  func describeDistinctProperty(_ key: FindingKey, _ finding: inout Finding) {
    guard
      let rule = (request.jobConstraints + request.groupConstraints).first(where: {
        $0.comparison == "distinct_property" && key.reason == "distinct_property: \($0.attribute)"
      })
    else { return describeByDetail(key, &finding) }
    let target = ConstraintTarget(rule.attribute)
    let lackers = lackers(key)
    let limit = Int(rule.value) ?? 1
    finding.summary =
      "distinct_property: \(Wording.count(lackers.count, "node")) \(lackers.count == 1 ? "has" : "have") a value of \(rule.attribute) that \(Wording.count(limit, "instance")) use\(limit == 1 ? "s" : "") already"
    var values: [String] = []
    for value in lackers.compactMap({ target.value(on: snapshot.nodes[$0.node]) }) where !values.contains(value) {
      values.append(value)
    }
    for value in values.prefix(5) {
      let names = lackers.filter { target.value(on: snapshot.nodes[$0.node]) == value }.map(\.name)
      finding.details.append("\"\(value)\" is used up: \(Wording.names(names))")
    }
    if values.count > 5 { finding.details.append("and \(values.count - 5) further values") }
  }

  func describeDevices(_ key: FindingKey, _ finding: inout Finding) {
    describeByDetail(key, &finding)
    let wanted = Wording.list(
      request.devices.map { $0.count == 1 ? "device \"\($0.name)\"" : "\($0.count) of device \"\($0.name)\"" })
    let lackers = lackers(key)
    let isMissing = lackers.contains { $0.rejections.contains { $0.stage == .device && $0.kind == .filtered } }
    finding.summary =
      isMissing
      ? having(wanted, lackers: lackers.count) : "\(wanted): not free on \(Wording.names(lackers.map(\.name)))"
  }

  /// For everything else the details of the nodes, equal ones together.
  func describeByDetail(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    var order: [String] = []
    var names: [String: [String]] = [:]
    for outcome in lackers {
      guard let rejection = outcome.rejections.first(where: { FindingKey($0) == key }) else { continue }
      let text = rejection.detail
      if names[text] == nil { order.append(text) }
      names[text, default: []].append(outcome.name)
    }
    let count = lackers.count
    finding.summary =
      "\(key.reason) on \(count == candidates.count ? "every node" : Wording.count(count, "node"))"
    for text in order.prefix(5) where !text.isEmpty {
      finding.details.append("\(Wording.names(names[text] ?? [])): \(text)")
    }
    if order.count > 5 { finding.details.append("and \(order.count - 5) further findings") }
  }
}
