/// A file of nodes as the API gives them, made by a fixed rule: about 110 attributes each, 4 kB a node.
enum GeneratedFile {
  static func nodes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 5000)
    bytes.append(UInt8(ascii: "["))
    for number in 0..<count {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += node(number).utf8
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private static func node(_ number: Int) -> String {
    let hex = String(0x1_0000_0000 + number * 2_654_435 % 0xFFFF_FFFF, radix: 16).dropFirst()
    let id = "\(hex)-51c2-4e0f-9b1a-\(String(0x1000_0000_0000 + number, radix: 16))"
    let ip = "10.\(number / 65_536).\(number / 256 % 256).\(number % 256)"
    let drivers = ["docker", "exec", "raw_exec", "java", "qemu"].map { name in
      #""\#(name)":{"Attributes":{"driver.\#(name)":"true","driver.\#(name).version":"20.10.\#(number % 3)"},"Detected":true,"Healthy":\#(name != "qemu"),"HealthDescription":"\#(name == "qemu" ? "not found" : "Healthy")","UpdateTime":"2026-01-02T03:04:05.678901234Z"}"#
    }
    return #"{"ID":"\#(id)","Name":"client-\#(number)","Datacenter":"dc\#(number % 3 + 1)","NodePool":"default","#
      + #""NodeClass":"\#(["", "big", "small"][number % 3])","HTTPAddr":"\#(ip):4646","TLSEnabled":false,"Status":"ready","#
      + #""StatusDescription":"","StatusUpdatedAt":1704164645,"SchedulingEligibility":"eligible","Drain":false,"#
      + #""DrainStrategy":null,"LastDrain":null,"Links":{"consul":"dc1.client-\#(number)"},"#
      + #""Attributes":{\#(attributes(number, ip, id))},"Meta":{"rack":"r\#(number % 20)","connect.log_level":"info","connect.proxy_concurrency":"1"},"#
      + #""Drivers":{\#(drivers.joined(separator: ","))},"HostVolumes":{},"HostNetworks":{},"CSIControllerPlugins":{},"CSINodePlugins":{},"#
      + #""ReservedResources":{"Cpu":{"CpuShares":100,"ReservedCpuCores":null},"Memory":{"MemoryMB":256},"Disk":{"DiskMB":0},"Networks":{"ReservedHostPorts":"22"}},"#
      + #""NodeResources":{"Cpu":{"CpuShares":\#([4000, 8000, 16_000, 32_000][number % 4]),"TotalCpuCores":8,"ReservableCpuCores":[0,1,2,3,4,5,6,7]},"#
      + #""Memory":{"MemoryMB":\#([8192, 16_384, 32_768, 65_536][number / 4 % 4])},"Disk":{"DiskMB":100000},"Devices":[],"MinDynamicPort":20000,"MaxDynamicPort":32000,"#
      + #""Networks":[{"Mode":"host","Device":"eth0","Hostname":"","CIDR":"\#(ip)/32","IP":"\#(ip)","MBits":1000,"DNS":null,"ReservedPorts":null,"DynamicPorts":null},"#
      + #"{"Mode":"bridge","Device":"","Hostname":"","CIDR":"","IP":"","MBits":0,"DNS":null,"ReservedPorts":null,"DynamicPorts":null}],"#
      + #""NodeNetworks":[{"Mode":"host","Device":"eth0","MacAddress":"02:42:ac:11:00:02","Speed":1000,"Addresses":[{"Family":"ipv4","Alias":"default","Address":"\#(ip)","ReservedPorts":"","Gateway":""}]}]},"#
      + #""Events":[{"Details":null,"Message":"Node registered","Subsystem":"Cluster","Timestamp":"2026-01-02T03:04:05Z","CreateIndex":0}],"#
      + #""LastMissedHeartbeatIndex":0,"CreateIndex":\#(100 + number),"ModifyIndex":\#(500 + number)}"#
  }

  private static func attributes(_ number: Int, _ ip: String, _ id: String) -> String {
    var pairs = [
      ("cpu.arch", "amd64"), ("cpu.frequency", "2600"), ("cpu.modelname", "AMD EPYC 7B12"), ("cpu.numcores", "8"),
      ("cpu.reservablecores", "8"), ("cpu.totalcompute", "20800"), ("kernel.name", "linux"),
      ("kernel.version", "5.10.0-\(number % 5)-amd64"), ("kernel.arch", "x86_64"), ("memory.totalbytes", "8343085056"),
      ("os.name", "debian"), ("os.version", "12.\(number % 4)"), ("os.signals", "SIGABRT,SIGHUP,SIGINT,SIGTERM"),
      ("nomad.version", "1.6.\(number % 6)"), ("nomad.revision", "73e372a94a6d1c1a2a2f6a3d57d3d7dbd9c8ac0e"),
      ("nomad.advertise.address", "\(ip):4646"), ("nomad.service_discovery", "true"),
      ("unique.hostname", "client-\(number)"),
      ("unique.network.ip-address", ip), ("unique.storage.volume", "/dev/sda1"),
      ("unique.storage.bytestotal", "\(105_553_100_800 + number)"),
      ("unique.storage.bytesfree", "\(96_000_000_000 - number * 17)"),
      ("unique.cgroup.mountpoint", "/sys/fs/cgroup"), ("unique.cgroup.version", "v2"),
      ("consul.datacenter", "dc\(number % 3 + 1)"),
      ("consul.version", "1.16.1"), ("consul.grpc", "8502"), ("consul.server", "false"),
      ("consul.revision", "e0ab4d29"),
      ("unique.consul.name", "client-\(number)"), ("vault.accessible", "true"), ("vault.version", "1.14.\(number % 2)"),
      ("vault.cluster_id", "8f5a2c9e-1d0b-4a55-8f0e-2f6d3b1c9a77"), ("vault.cluster_name", "vault-cluster"),
    ]
    for name in ["docker", "exec", "raw_exec", "java", "qemu"] {
      pairs.append(("driver.\(name)", "1"))
      pairs.append(("driver.\(name).version", "20.10.\(number % 3)"))
    }
    for index in 0..<30 {
      pairs.append(("plugins.cni.version.plugin-\(index)", "v1.\(index % 4).0"))
      pairs.append(("platform.extra.fact-\(index)", "value \(index) of kind \(number % 7)"))
    }
    pairs.append(("unique.platform.instance-id", id))
    return pairs.map { #""\#($0.0)":"\#($0.1)""# }.joined(separator: ",")
  }
}
