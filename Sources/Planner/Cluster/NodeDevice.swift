/// A group of equal devices of a node.
public struct NodeDevice: Sendable, Hashable {
  /// One device.
  public struct Instance: Sendable, Hashable {
    public var id: String
    public var isHealthy: Bool
    public var healthDescription: String

    public init(id: String, isHealthy: Bool = true, healthDescription: String = "") {
      self.id = id
      self.isHealthy = isHealthy
      self.healthDescription = healthDescription
    }
  }

  /// A fact about the device with its type and unit.
  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var value: DeviceQuantity

    public init(name: String, value: DeviceQuantity) {
      self.name = name
      self.value = value
    }
  }

  public var vendor: String
  public var type: String
  /// The model.
  public var name: String
  public var instances: [Instance]
  /// By name, in byte order.
  public var attributes: [Attribute]

  public init(
    vendor: String, type: String, name: String, instances: [Instance] = [], attributes: [Attribute] = []
  ) {
    self.vendor = vendor
    self.type = type
    self.name = name
    self.instances = instances
    self.attributes = attributes
  }

  /// `vendor/type/name`, as Nomad prints it.
  public var id: String { "\(vendor)/\(type)/\(name)" }

  public func attribute(_ name: String) -> DeviceQuantity? {
    attributes.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}

/// A typed value of a device: a number with or without unit, a text, a boolean.
public struct DeviceQuantity: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case int(Int)
    case float(Double)
    case string(String)
    case bool(Bool)
  }

  public var content: Content
  /// `MiB`, `GHz`, …; empty for none.
  public var unit: String

  public init(_ content: Content, unit: String = "") {
    self.content = content
    self.unit = unit
  }
}
