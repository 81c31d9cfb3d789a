import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Other programs that do the same, measured in the same run where they are installed.
struct Peers {
  var python = "python3"
  var nomadfmt: String?
  /// Our own rows that a peer is held against.
  private var own: [String: Measurement] = [:]

  mutating func remember(_ work: Work, _ input: Input, _ result: Measurement) {
    own["\(work) \(input.argument)"] = result
  }

  // MARK: Readers

  /// Libraries for Python that read HCL into dictionaries: `peers.py` beside the package.
  func printReaders(_ folders: [Input]) {
    for library in ["pygohcl", "python-hcl2"] {
      for input in [.generated(megabytes: 1)] + folders {
        let file = Self.scratch + "/one.hcl"
        let path: String
        switch input {
        case .folder(let folder): path = folder
        default:
          path = file
          _ = ProcessResult.run(CommandLine.arguments[0], ["--write", input.argument, file])
        }
        guard let result = ProcessResult.run(python, [Self.script, library, path]), result.status == 0,
          var measurement = Measurement(line: result.output)
        else {
          Table.printRow(library, input.name, "not installed", "", "", "pip install \(library)")
          break
        }
        measurement.peakMemory = result.peakMemory
        let ours = own["values \(input.argument)"]?.megabytesPerSecond
        let job = own["written \(input.argument)"]?.megabytesPerSecond
        let note = [
          ours.map { "our values are \(Table.short($0 / measurement.megabytesPerSecond)) times as fast" },
          job.map { "our jobs \(Table.short($0 / measurement.megabytesPerSecond)) times" },
        ].compactMap { $0 }.joined(separator: ", ")
        Table.printRow("\(library), to a dictionary", input.name, measurement, note)
      }
    }
  }

  // MARK: Formatters

  /// Files that a formatter is started for one by one; a slow one would take minutes for all.
  private static let startedFor = 100

  /// `nomadfmt` and `terraform fmt` over the same texts. terraform takes files that end in ".tf": they are copied.
  func printFormatters(_ folders: [String]) {
    let large = Self.scratch + "/large"
    mkdir(large, 0o755)
    _ = ProcessResult.run(CommandLine.arguments[0], ["--write", "generated:10", large + "/job.tf"])
    printFormatters(Input.generated(megabytes: 10).name, folder: large)
    for (number, folder) in folders.enumerated() {
      let copy = Self.scratch + "/copy\(number)"
      mkdir(copy, 0o755)
      for (number, file) in Folder.files(below: folder).enumerated() {
        // terraform stops at nothing, but a text that does not parse costs it nothing either: only good ones count.
        guard let bytes = Folder.bytes(of: file), Self.isFormattable(bytes) else { continue }
        Folder.write(bytes, to: "\(copy)/\(number).tf")
      }
      printFormatters(Input.folder(folder).name, folder: copy)
    }
    _ = ProcessResult.run("rm", ["-rf", Self.scratch])
  }

  private func printFormatters(_ name: String, folder: String) {
    let files = Folder.files(below: folder)
    let bytes = files.reduce(0) { $0 + (Folder.bytes(of: $1)?.count ?? 0) }
    let terraform = ("terraform", ["fmt", "-check", "-recursive"])
    let peer = printProcess("terraform fmt -check", name, bytes, [terraform.1 + [folder]], terraform.0, nil)
    let own = nomadfmt.flatMap { program in
      printProcess("nomadfmt -check, one process", name, bytes, [["-check"] + files], program, peer)
    }
    guard files.count > 1 else { return }
    let some = Array(files.prefix(Self.startedFor))
    let size = some.reduce(0) { $0 + (Folder.bytes(of: $1)?.count ?? 0) }
    let single = printProcess(
      "terraform fmt -check, one a file", "\(some.count) of them", size, some.map { terraform.1 + [$0] }, terraform.0,
      nil)
    if own != nil, let nomadfmt {
      _ = printProcess(
        "nomadfmt -check, one a file", "\(some.count) of them", size, some.map { ["-check", $0] }, nomadfmt, single)
    }
  }

  /// Starts a program once for each list of arguments; gives the elapsed time of all.
  @discardableResult
  private func printProcess(
    _ what: String, _ input: String, _ bytes: Int, _ calls: [[String]], _ program: String, _ peer: Double?
  ) -> Double? {
    var elapsed = 0.0
    var seconds = 0.0
    var memory = 0
    for call in calls {
      guard let result = ProcessResult.run(program, call), result.status != 127 else {
        Table.printRow(what, input, "not installed", "", "", "")
        return nil
      }
      elapsed += result.elapsed
      seconds += result.seconds
      memory = max(memory, result.peakMemory)
    }
    var measurement = Measurement(bytes: bytes, seconds: elapsed, best: seconds)
    measurement.peakMemory = memory
    let milliseconds = Table.short(elapsed / Double(calls.count) * 1000)
    let ratio = peer.map { ", \(Table.short($0 / elapsed)) times as fast as terraform" } ?? ""
    Table.printRow(
      what, input, Table.short(measurement.megabytesPerSecond), "", "\(Table.short(Double(memory) / 1_000_000)) MB",
      "\(milliseconds) ms\(calls.count > 1 ? " each" : "") by the clock\(ratio)")
    return elapsed
  }

  // MARK: Places

  /// A folder of this process.
  private static let scratch: String = {
    let path = "/tmp/benchmarks-\(getpid())"
    mkdir(path, 0o755)
    return path
  }()

  /// `Benchmarks/peers.py`, found from this file.
  private static let script = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/peers.py"
}
