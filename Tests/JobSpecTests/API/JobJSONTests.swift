import HCLParser
import JobSpec
import Testing

/// Jobs in API JSON, and how they are told from HCL's JSON form. `reference/jobspec.md` section 8.
@Suite struct JobJSONTests {
  private func read(_ text: String, _ change: (inout JobInput) -> Void = { _ in }) -> ReadJob {
    var input = JobInput(name: "job.json", bytes: Array(text.utf8))
    change(&input)
    return JobReader.read(input)
  }

  @Test(arguments: [
    #"{"Job": {"ID": "a", "TaskGroups": [{"Name": "g", "Count": 2}]}}"#,
    #"{"ID": "a", "TaskGroups": [{"Name": "g", "Count": 2}]}"#,
    #"{"job": {"id": "a", "taskgroups": [{"name": "g", "COUNT": 2}]}}"#,
    "\n\t{\"ID\": \"a\", \"TaskGroups\": [{\"Name\": \"g\", \"Count\": 2}]}",
    #"{"job": {"a": {"group": {"g": {"count": 2}}}}}"#,
    #"{"job": {"a": [{"group": [{"g": [{"count": "2"}]}]}]}}"#,
    #"{"//": "a comment", "job": {"a": {"//": "another", "group": {"g": {"count": "${1 + 1}"}}}}}"#,
    #"{"variable": {"n": {"default": 2}}, "job": {"a": {"group": {"g": {"count": "${var.n}"}}}}}"#,
    #"{"locals": {"n": "${local.m}", "m": 2}, "job": {"a": {"group": {"g": {"count": "${local.n}"}}}}}"#,
    #"{"job": {"a": {"dynamic": {"group": {"for_each": ["g"], "labels": ["${group.value}"], "content": {"count": 2}}}}}}"#,
  ])
  func `every form of JSON gives the job`(text: String) {
    let read = read(text)
    #expect(read.diagnostics == [])
    #expect(read.job?.id == "a")
    #expect(read.job?.groups.map(\.name) == ["g"])
    #expect(read.job?.groups.first?.count == 2)
  }

  @Test func `fields nobody knows are passed over, wrong types are told with their place`() {
    let read = read(#"{"Job": {"ID": "a", "Wonder": {"x": [1]}, "Priority": "high", "TaskGroups": {}}}"#)
    #expect(
      read.diagnostics.map(\.summary) == [
        "\"Priority\" takes a whole number, not text", "\"TaskGroups\" takes a list of objects, not an object",
      ])
    #expect(read.sources.text(of: read.diagnostics[0].range) == "\"high\"")
  }

  @Test func `durations are whole numbers of nanoseconds, and texts are told how to be`() {
    let read = read(
      #"{"ID": "a", "TaskGroups": [{"Name": "g", "ShutdownDelay": 5000000000, "Tasks": [{"Name": "t", "KillTimeout": "30s"}]}]}"#
    )
    #expect(read.job?.groups[0].shutdownDelay == .seconds(5))
    #expect(read.diagnostics.map(\.summary) == [#""KillTimeout" takes a whole number of nanoseconds, not "30s""#])
    #expect(read.diagnostics.map(\.help) == ["API JSON has no units: write 30000000000"])
  }

  @Test func `what only servers know is kept`() {
    let read = read(#"{"ID": "a", "Version": 7, "JobModifyIndex": 42, "Stop": true, "Status": "running"}"#)
    #expect(read.job?.version == 7)
    #expect(read.job?.jobModifyIndex == 42)
    #expect(read.job?.stop == true)
    #expect(
      read.job?.json
        == JobReader.read(JobInput(name: "b.json", bytes: Array(JobJSON.text(read.job ?? Job()).utf8))).job?.json)
  }

  @Test(arguments: [
    (#"{"Job": 5}"#, #""Job" takes an object, not a number"#, "5"),
    (#"{"Job": []}"#, #""Job" takes an object, not a list"#, "[]"),
    (#"{"JOB": null, "Diff": true}"#, #""JOB" takes an object, not null"#, "null"),
    (#"{"job": 5}"#, "the file has no job", ""),
  ])
  func `an envelope without a job is told for what it is`(text: String, summary: String, place: String) {
    let read = read(text)
    #expect(read.job == nil)
    #expect(read.diagnostics.first?.summary == summary || read.diagnostics.last?.summary == summary)
    #expect(read.diagnostics.contains { $0.summary == summary && read.sources.text(of: $0.range) == place })
  }

  @Test(arguments: [
    #"{"Job": {"ID": "a"}, "variable": {"x": 1}, "Diff": true}"#, #"{"Job": null, "ID": "a"}"#,
    #"{"Job": {"ID": "b"}, "job": {"ID": "a"}}"#, #"{"job": {"x": {}}, "Job": {"ID": "a"}}"#,
  ])
  func `the API form is known by its name, whatever stands beside it`(text: String) {
    let read = read(text)
    #expect(read.diagnostics == [])
    #expect(read.job?.id == "a")
  }

  @Test(arguments: [
    (#""Affinities": [{"Weight": 300}]"#, #""Weight" takes a number from -128 to 127, not 300"#),
    (#""Spreads": [{"Weight": -129}]"#, #""Weight" takes a number from -128 to 127, not -129"#),
    (#""Spreads": [{"SpreadTarget": [{"Percent": 256}]}]"#, #""Percent" takes a number from 0 to 255, not 256"#),
    (
      #""TaskGroups": [{"Services": [{"Checks": [{"Header": 5}]}]}]"#,
      #""Header" takes an object of lists of texts, not a number"#
    ),
    (
      #""TaskGroups": [{"Services": [{"Checks": [{"Header": {"a": [1]}}]}]}]"#,
      #""Header" takes an object of lists of texts, not an object whose "a" is a list whose item 1 is a number"#
    ),
    (
      #""TaskGroups": [{"Tasks": [{"Config": {"a": [{"b": -1e400}]}}]}]"#,
      #""Config" takes an object, not an object with the number -1e400"#
    ),
    (#""Update": {"Stagger": 5.5}"#, #""Stagger" takes a whole number of nanoseconds, not 5.5"#),
  ])
  func `what Go cannot hold is refused`(members: String, summary: String) {
    #expect(read("{\"ID\": \"a\", \(members)}").diagnostics.map(\.summary) == [summary])
  }

  @Test func `a null inside of a list or map is empty text, as in Go`() {
    let read = read(#"{"ID": "a", "Datacenters": ["x", null], "Meta": {"k": null}, "TaskGroups": [null]}"#)
    #expect(read.diagnostics == [])
    #expect(read.job?.datacenters == ["x", ""])
    #expect(read.job?.meta == ["k": ""])
    #expect(read.job?.groups == [])
  }

  @Test func `a name given twice is told, and both are read as Go reads them`() {
    let read = read(
      #"{"ID": "a", "Update": {"Canary": 1, "MaxParallel": 2}, "Meta": {"x": "1", "y": "1"}, "id": "b", "Update": {"Canary": 3}, "Meta": {"y": "2"}}"#
    )
    #expect(read.diagnostics.map(\.rule) == [.schemaRepeatedName, .schemaRepeatedName, .schemaRepeatedName])
    #expect(
      read.diagnostics.map(\.summary) == [
        #""id" stands here a second time"#, #""Update" stands here a second time"#,
        #""Meta" stands here a second time"#,
      ])
    #expect(read.job?.id == "b")
    #expect(read.job?.update?.canary == 3 && read.job?.update?.maxParallel == 2)
    #expect(read.job?.meta == ["x": "1", "y": "2"])
  }

  @Test func `a volume goes by its key, whatever name it gives itself`() {
    let read = read(
      #"{"ID": "a", "TaskGroups": [{"Name": "g", "Volumes": {"data": {"Name": "other", "Type": "host"}}}]}"#)
    #expect(read.job?.groups.first?.volumes.map(\.name) == ["data"])
  }

  @Test(arguments: [
    (#""driver": "a", "driver": "b""#, #""driver" is set twice"#),
    (#""env": {"A": 1, "A": 2}"#, #""A" is set twice"#), (#""config": {"a": 1, "a": 2}"#, #""a" is set twice"#),
    (#""config": {"a": {"b": 1, "${"b"}": 2}}"#.replacing(#""b"}"#, with: #"\"b\"}"#), #""b" is set twice"#),
    (#""resources": [[{"cpu": 5}]]"#, #""resources" is a block: it takes an object, not a list"#),
    (#""template": [null]"#, #""template" is a block: it takes an object, not null"#),
  ])
  func `the JSON form has each name once, and no lists of lists of blocks`(members: String, summary: String) {
    let read = read(#"{"job": {"a": {"group": {"g": {"task": {"t": {"# + members + "}}}}}}}")
    #expect(read.diagnostics.map(\.summary) == [summary])
  }

  @Test func `a block of the JSON form that lacks its label is told where the label stands`() {
    let read = read(#"{"job": {"a": {"group": {"name": "g"}}}}"#)
    #expect(read.diagnostics.map(\.help) == [#"around what it holds stands its label: "group": {"my-group": {…}}"#])
  }

  @Test func `what stands beside the job in the JSON form is told where it belongs`() {
    let read = read(#"{"job": {"x": {}}, "group": {"g": {}}}"#)
    #expect(read.diagnostics.map(\.help) == [#""group" is a block of "job""#])
  }

  @Test func `variables do not go with API JSON`() {
    let read = read(#"{"ID": "a"}"#) { $0.assignments = [.init("x", "1")] }
    #expect(read.diagnostics.map(\.rule) == [.variableInJSONJob])
  }

  @Test func `a value in a JSON template keeps its type, and text around it makes text`() {
    let read = read(
      #"{"job": {"a": {"datacenters": "${["x", "y"]}", "name": "n-${1 + 1}\n", "meta": {"k": "${meta.rack}", "e": "$${x}"}}}}"#
        .replacing(#"["x", "y"]"#, with: #"split(\",\", \"x,y\")"#))
    #expect(read.diagnostics == [])
    #expect(read.job?.datacenters == ["x", "y"])
    #expect(read.job?.name == "n-2\n")
    #expect(read.job?.meta == ["k": "${meta.rack}", "e": "${x}"])
  }

  @Test func `an error inside a JSON template points into the text`() {
    let read = read(#"{"job": {"a": {"name": "x ${nope(1)}"}}}"#)
    #expect(read.diagnostics.map { read.sources.text(of: $0.range) } == ["nope"])
  }

  @Test func `blocks and attributes of the JSON form are checked as in HCL`() {
    let read = read(#"{"job": {"a": {"datacentres": ["x"], "group": {"g": "text"}, "priority": "high"}}}"#)
    #expect(
      read.diagnostics.map(\.summary) == [
        "\"job\" has no attribute \"datacentres\"", "\"group\" is a block: it takes an object, not text",
        "\"priority\" takes a whole number, not text",
      ])
  }

  @Test func `the printed form is the command line's: four blanks, nulls, escapes for web pages`() {
    var job = Job()
    job.id = "a"
    job.meta = ["k": "<&>"]
    let text = JobJSON.text(job)
    #expect(text.hasPrefix("{\n    \"Job\": {\n        \"Region\": null,\n"))
    #expect(text.contains("\"k\": \"\\u003c\\u0026\\u003e\""))
    #expect(text.hasSuffix("}\n}\n"))
  }
}
