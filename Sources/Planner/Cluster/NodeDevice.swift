/// A group of equal devices of a node.
public struct NodeDevice: Sendable, Hashable {
  /// One device.
  public struct Instance: Sendable, Hashable {
    /// The device's own id, such as a GPU's UUID; one of `${device.ids}`.
    public var id: String
    /// Only healthy devices are given to tasks.
    public var isHealthy: Bool
    /// The client's words on its health; may be empty.
    public var healthDescription: String

    public init(id: String, isHealthy: Bool = true, healthDescription: String = "") {
      self.id = id
      self.isHealthy = isHealthy
      self.healthDescription = healthDescription
    }
  }

  /// A fact about the device with its type and unit.
  public struct Attribute: Sendable, Hashable {
    /// What `KEY` of `${device.attr.KEY}` names, such as `memory`.
    public var name: String
    /// Compared by type and unit: 1 GiB is less than 2000 MiB (scheduler.md 3.4).
    public var value: DeviceQuantity

    public init(name: String, value: DeviceQuantity) {
      self.name = name
      self.value = value
    }
  }

  /// The maker, such as `nvidia`: `${device.vendor}`.
  public var vendor: String
  /// The kind, such as `gpu`: `${device.type}`.
  public var type: String
  /// The model.
  public var name: String
  /// The single devices, healthy or not, in the order of the snapshot.
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

  /// The value of an attribute, or nil where the devices do not have it.
  public func attribute(_ name: String) -> DeviceQuantity? {
    attributes.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }
}

/// A typed value of a device: a number with or without unit, a text, a boolean.
public struct DeviceQuantity: Sendable, Hashable {
  /// The value by its type: the API has one field for each (`Int`, `Float`, `String`, `Bool`).
  public enum Content: Sendable, Hashable {
    case int(Int)
    case float(Double)
    case string(String)
    case bool(Bool)
  }

  /// The value without its unit.
  public var content: Content
  /// `MiB`, `GHz`, …; empty for none.
  public var unit: String

  public init(_ content: Content, unit: String = "") {
    self.content = content
    self.unit = unit
  }
}
