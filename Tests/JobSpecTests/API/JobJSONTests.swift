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

  @Test func `durations are whole numbers of nanoseconds, or texts`() {
    let read = read(
      #"{"ID": "a", "TaskGroups": [{"Name": "g", "ShutdownDelay": 5000000000, "Tasks": [{"Name": "t", "KillTimeout": "30s"}]}]}"#
    )
    #expect(read.diagnostics == [])
    #expect(read.job?.groups[0].shutdownDelay == .seconds(5))
    #expect(read.job?.groups[0].tasks[0].killTimeout == .seconds(30))
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
