import Foundation
import HCLParser
import Planner

/// Reading a file of nodes, by the planner's reader and by its peer.
enum SnapshotReading {
  static func byReader() -> Row.Work {
    let source = SourceText(name: "nodes.json", bytes: GeneratedFile.nodes(10_000))
    return Row.Work(fileSize: source.count) { clock in
      let read = clock.measure { SnapshotReader.read(nodes: [source]) }
      precondition(read.output.nodes.count == 10_000 && read.diagnostics.isEmpty)
      return (source.count, 0)
    }
  }

  static func byDecoder() -> Row.Work {
    let data = Data(GeneratedFile.nodes(10_000))
    return Row.Work(fileSize: data.count) { clock in
      let nodes = clock.measure { try? JSONDecoder().decode([PlainNode].self, from: data) }
      precondition(nodes?.count == 10_000)
      return (data.count, 0)
    }
  }
}

/// What a program that only wants to plan would decode. The names are the API's, so that no table of keys is needed.
// swift-format-ignore: AlwaysUseLowerCamelCase
private struct PlainNode: Decodable {
  var ID: String
  var Name: String
  var Datacenter: String
  var NodePool: String
  var NodeClass: String
  var Status: String
  var SchedulingEligibility: String
  var Attributes: [String: String]
  var Meta: [String: String]
  var Drivers: [String: Driver]
  var NodeResources: Resources

  struct Driver: Decodable {
    var Detected: Bool
    var Healthy: Bool
  }

  struct Resources: Decodable {
    var Cpu: Processor
    var Memory: Amount
    var Disk: Space
    var Networks: [Network]
    var NodeNetworks: [Addresses]
  }

  struct Processor: Decodable {
    var CpuShares: Int
    var TotalCpuCores: Int
    var ReservableCpuCores: [Int]
  }

  struct Amount: Decodable { var MemoryMB: Int }
  struct Space: Decodable { var DiskMB: Int }

  struct Network: Decodable {
    var Mode: String
    var Device: String
    var CIDR: String
    var IP: String
    var MBits: Int
  }

  struct Addresses: Decodable {
    var Mode: String
    var Device: String
    var Addresses: [Address]
  }

  struct Address: Decodable {
    var Family: String
    var Alias: String
    var Address: String
  }
}
