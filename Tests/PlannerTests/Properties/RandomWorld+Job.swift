/// Job files as text, one setting a line, so that advice can be followed by editing them.
extension RandomWorld {
  mutating func jobText(_ id: String) -> String {
    let type = pick(["service", "service", "service", "batch", "batch", "system", "sysbatch"])
    let isForEveryNode = type == "system" || type == "sysbatch"
    var lines = ["job \"\(id)\" {", "  type = \"\(type)\"", "  priority = \(pick([20, 50, 50, 70, 100]))"]
    lines.append("  datacenters = \(pick(["[\"*\"]", "[\"*\"]", "[\"dc1\"]", "[\"dc*\"]", "[\"dc2\", \"eu-*\"]"]))")
    if chance(20) { lines.append("  node_pool = \"\(pick(["gpu", "all"]))\"") }
    if chance(35) { lines += constraint() }
    if !isForEveryNode, chance(20) { lines += affinity() }
    if !isForEveryNode, chance(20) { lines += spread() }
    for index in 0..<number(1...3) { lines += group("g\(index)", isForEveryNode: isForEveryNode) }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private mutating func group(_ name: String, isForEveryNode: Bool) -> [String] {
    var lines = ["  group \"\(name)\" {"]
    lines.append("    count = \(isForEveryNode ? 1 : number(0...6))")
    for _ in 0..<pick([0, 0, 1, 2]) { lines += constraint() }
    if !isForEveryNode, chance(15) { lines += affinity() }
    if !isForEveryNode, chance(15) { lines += spread() }
    let hasNetwork = chance(55)
    if hasNetwork { lines += network() }
    if chance(12) { lines += hostVolume() }
    if chance(10) { lines += csiVolume() }
    if chance(20) { lines += ["    ephemeral_disk {", "      size = \(pick([200, 2000, 9000]))", "    }"] }
    for index in 0..<pick([1, 1, 1, 2, 3]) { lines += task("t\(index)", isFirst: index == 0, hasNetwork: hasNetwork) }
    return lines + ["  }"]
  }

  private mutating func constraint() -> [String] {
    let (attribute, comparison, value) = pick([
      ("${attr.kernel.name}", "=", "linux"), ("${attr.kernel.name}", "!=", "windows"),
      ("${attr.kernel.name}", "=", "lixun"), ("${attr.cpu.numcores}", ">=", "4"), ("${attr.cpu.numcores}", "<", "16"),
      ("${attr.os.version}", "version", ">= 10, < 13"), ("${attr.os.version}", "semver", ">= 11.0.0"),
      ("${attr.nomad.version}", "semver", ">= 1.4.0"), ("${attr.nomad.version}", "version", "~> 1.6"),
      ("${node.unique.name}", "regexp", "^n[0-6]"), ("${attr.unique.hostname}", "!=", "n1"),
      ("${meta.features}", "set_contains", "a,b"), ("${meta.features}", "set_contains_any", "b,c"),
      ("${meta.rack}", "is_set", ""), ("${meta.gone}", "is_not_set", ""), ("${meta.rack}", "!=", "r1"),
      ("${meta.rack}", "<", "r3"), ("${node.class}", "=", "big"), ("${node.datacenter}", "!=", "dc2"),
      ("", "distinct_hosts", "true"), ("${meta.rack}", "distinct_property", "2"),
      ("${node.datacenter}", "distinct_property", "3"), ("${node.unique.id}", "distinct_property", "1"),
    ])
    var lines = ["    constraint {"]
    if !attribute.isEmpty { lines.append("      attribute = \"\(attribute)\"") }
    lines.append("      operator = \"\(comparison)\"")
    if !value.isEmpty { lines.append("      value = \"\(value)\"") }
    return lines + ["    }"]
  }

  private mutating func affinity() -> [String] {
    let (attribute, comparison, value) = pick([
      ("${node.class}", "=", "big"), ("${attr.os.version}", "version", ">= 11"), ("${meta.rack}", "regexp", "^r[12]"),
      ("${meta.features}", "set_contains_any", "a"), ("${meta.rack}", "!=", "r2"),
    ])
    return [
      "    affinity {", "      attribute = \"\(attribute)\"", "      operator = \"\(comparison)\"",
      "      value = \"\(value)\"", "      weight = \(pick([-100, -30, 20, 100]))", "    }",
    ]
  }

  private mutating func spread() -> [String] {
    let attribute = pick(["${node.datacenter}", "${meta.rack}"])
    var lines = ["    spread {", "      attribute = \"\(attribute)\"", "      weight = \(number(1...100))"]
    if chance(60) {
      for value in attribute == "${meta.rack}" ? ["r1", "r2"] : ["dc1", "dc2"] {
        lines += ["      target \"\(value)\" {", "        percent = \(pick([0, 20, 30, 50]))", "      }"]
      }
    }
    return lines + ["    }"]
  }

  private mutating func network() -> [String] {
    let mode = pick(["", "host", "bridge", "bridge", "cni/prod", "cni/prdo", "none"])
    var lines = ["    network {"]
    if !mode.isEmpty { lines.append("      mode = \"\(mode)\"") }
    for index in 0..<(mode == "none" ? 0 : number(0...3)) {
      lines.append("      port \"p\(index)\" {")
      // Distinct in one group: within one ask the real scheduler does not look whether two names lead to one address.
      if chance(40) { lines.append("        static = \(8000 + index * 10 + number(0...3))") }
      if chance(20) { lines.append("        to = \(pick([-1, 80]))") }
      if chance(35) {
        lines.append("        host_network = \"\(pick(["public", "public", "default", "pubilc", "${meta.net}"]))\"")
      }
      lines.append("      }")
    }
    return lines + ["    }"]
  }

  private mutating func hostVolume() -> [String] {
    let isPerAllocation = chance(30)
    var lines = ["    volume \"v\" {", "      type = \"host\""]
    lines.append("      source = \"\(isPerAllocation ? "data" : pick(["certs", "cetrs"]))\"")
    lines.append("      read_only = \(chance(50))")
    if isPerAllocation { lines.append("      per_alloc = true") }
    return lines + ["    }"]
  }

  private mutating func csiVolume() -> [String] {
    let isPerAllocation = chance(20)
    return [
      "    volume \"c\" {", "      type = \"csi\"",
      "      source = \"\(isPerAllocation ? "shared" : pick(["db", "shared", "unknown"]))\"",
      "      read_only = \(chance(30))", "      per_alloc = \(isPerAllocation)",
      "      access_mode = \"multi-node-multi-writer\"", "      attachment_mode = \"file-system\"", "    }",
    ]
  }

  private mutating func task(_ name: String, isFirst: Bool, hasNetwork: Bool) -> [String] {
    let driver = pick(["docker", "docker", "docker", "docker", "exec", "dokcer"])
    var lines = ["    task \"\(name)\" {", "      driver = \"\(driver)\""]
    lines.append("      config {")
    lines.append(driver == "exec" ? "        command = \"/bin/true\"" : "        image = \"demo/t:\(number(1...3))\"")
    lines.append("      }")
    if !isFirst, chance(60) {
      let hook = pick(["prestart", "prestart", "poststop", "poststart"])
      lines += ["      lifecycle {", "        hook = \"\(hook)\""]
      if hook == "prestart" || hook == "poststart" { lines.append("        sidecar = \(chance(50))") }
      lines.append("      }")
    }
    if chance(10) { lines += constraint() }
    lines.append("      resources {")
    lines.append(chance(15) ? "        cores = \(number(1...3))" : "        cpu = \(pick([100, 300, 900, 2400]))")
    let memory = pick([64, 256, 1024, 3000])
    lines.append("        memory = \(memory)")
    if chance(20) { lines.append("        memory_max = \(memory + number(0...500))") }
    if chance(15) { lines += device() }
    if !hasNetwork, chance(10) {
      lines += ["        network {", "          mbits = \(pick([10, 600]))", "          port \"legacy\" {"]
      if chance(50) { lines.append("            static = \(8000 + number(0...3))") }
      lines += ["          }", "        }"]
    }
    return lines + ["      }", "    }"]
  }

  private mutating func device() -> [String] {
    var lines = ["        device \"\(pick(["gpu", "nvidia/gpu", "nvidia/gpu/a100", "intel/fpga"]))\" {"]
    lines.append("          count = \(pick([1, 1, 2]))")
    if chance(40) {
      lines += [
        "          constraint {", "            attribute = \"${device.attr.memory}\"", "            operator = \">=\"",
        "            value = \"\(pick(["8 GiB", "11 GiB", "5 GB"]))\"", "          }",
      ]
    }
    if chance(40) {
      lines += [
        "          affinity {", "            attribute = \"${device.attr.clock}\"", "            operator = \">\"",
        "            value = \"1500 MHz\"", "            weight = \(pick([-50, 80]))", "          }",
      ]
    }
    return lines + ["        }"]
  }
}
