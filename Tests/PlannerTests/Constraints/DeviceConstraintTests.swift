import Testing

@testable import Planner

@Suite("Constraints of devices")
struct DeviceConstraintTests {
  static let device = NodeDevice(
    vendor: "nvidia", type: "gpu", name: "1080ti",
    instances: [.init(id: "gpu-0"), .init(id: "gpu-1", isHealthy: false)],
    attributes: [
      .init(name: "memory", value: DeviceQuantity(.int(11441), unit: "MiB")),
      .init(name: "clock", value: DeviceQuantity(.float(1.5), unit: "GHz")),
      .init(name: "cores", value: DeviceQuantity(.int(3584))),
      .init(name: "driver", value: DeviceQuantity(.string("535.54.03"))),
      .init(name: "ecc", value: DeviceQuantity(.bool(true))),
      .init(name: "power", value: DeviceQuantity(.int(250), unit: "W")),
    ])

  @Test(
    "Typed values compare where their units share a base",
    arguments: [
      ("${device.attr.memory}", ">=", "8 GiB", true), ("${device.attr.memory}", ">=", "12 GiB", false),
      ("${device.attr.memory}", ">", "11GB", true), ("${device.attr.memory}", ">", "100", false),
      ("${device.attr.memory}", "=", "11441 MiB", true), ("${device.attr.memory}", ">", "1 MHz", false),
      ("${device.attr.clock}", "=", "1500 MHz", true), ("${device.attr.clock}", ">", "1.4 GHz", true),
      ("${device.attr.cores}", ">", "3000", true), ("${device.attr.cores}", "<", "3584.5", true),
      ("${device.attr.power}", "<", "0.3 kW", true), ("${device.attr.power}", "=", "250000 mW", true),
      ("${device.attr.ecc}", "=", "true", true), ("${device.attr.ecc}", "!=", "false", true),
      ("${device.attr.ecc}", "=", "yes", false), ("${device.attr.ecc}", "!=", "yes", false),
      ("${device.attr.missing}", "!=", "1", true), ("${device.attr.missing}", "!=", "${device.attr.other}", false),
      ("${device.attr.missing}", "=", "1", false), ("${device.attr.driver}", "version", ">= 500", true),
      ("${device.attr.driver}", "regexp", "^535", true), ("${device.model}", "=", "1080ti", true),
      ("${device.vendor}", "set_contains_any", "amd,nvidia", true), ("${device.type}", "is_set", "", true),
      ("${device.attr.missing}", "is_not_set", "", true), ("${device.ids}", "set_contains", "gpu-1", true),
      ("${device.other}", "is_set", "", false),
    ])
  func operators(attribute: String, comparison: String, value: String, expected: Bool) {
    let constraint = DeviceConstraint(
      RequestedConstraint(attribute: attribute, comparison: comparison, value: value, owner: .task("t")))
    #expect(constraint.holds(for: Self.device) == expected)
  }

  @Test(
    "Literals get the type they look like",
    arguments: [
      ("8", DeviceQuantity(.int(8))), ("8 GiB", DeviceQuantity(.int(8), unit: "GiB")),
      ("10MB/s", DeviceQuantity(.int(10), unit: "MB/s")), ("1.5GHz", DeviceQuantity(.float(1.5), unit: "GHz")),
      ("true", DeviceQuantity(.bool(true))), ("NEW", DeviceQuantity(.string("NEW"))),
      ("W", DeviceQuantity(.string("W"))),
      ("", DeviceQuantity(.string(""))), ("-3 kB", DeviceQuantity(.int(-3), unit: "kB")),
      ("99999999999999999999", DeviceQuantity(.float(1e20))),
    ])
  func literals(text: String, quantity: DeviceQuantity) { #expect(DeviceQuantity(written: text) == quantity) }

  @Test("Huge amounts compare without running over")
  func huge() {
    let left = DeviceQuantity(.int(.max), unit: "EiB")
    #expect(left.order(to: DeviceQuantity(.int(.min), unit: "EiB")) == 1)
  }
}
