public import HCLParser

/// The job as the API has it: `{"Job": {…}}`, and how to tell such a text from HCL's JSON form.
public enum JobJSON {
  /// What `nomad job run -output` prints: every field in the order of its declaration, unset ones null, durations in
  /// nanoseconds, four blanks a level, `<`, `>` and `&` escaped as Go escapes them.
  public static func text(_ job: Job) -> String {
    JSONWriter.text(value(job), layout: .indented(4), escapesHTML: true) + "\n"
  }

  /// The same as a value.
  public static func value(_ job: Job) -> JSONValue {
    .object(JSONObject([JSONObject.Member("Job", job.json)]))
  }

  /// The job object of a text in API form, in its envelope or bare; nil where the text is HCL's JSON form.
  ///
  /// The two are told apart by their names: `job`, `variable`, `locals` are HCL's, and what stands under `job` there are
  /// jobs by name, each an object.
  public static func jobNode(in root: JSONNode) -> JSONNode? {
    guard root.kind == .object else { return nil }
    var enveloped: JSONNode?
    var isHCL = false
    for member in root.members {
      if ["variable", "variables", "locals"].contains(member.key) { isHCL = true }
      guard member.key.lowercased() == "job", member.value.kind == .object else { continue }
      if member.key != "job" { return lastEnvelope(in: root) }
      if describesJob(member.value) { enveloped = member.value } else { isHCL = true }
    }
    return isHCL ? nil : enveloped ?? (describesJob(root) ? root : nil)
  }

  /// The envelope's member where it is there but holds no object; HCL's form has no name that begins so.
  static func emptyEnvelope(in root: JSONNode) -> JSONMember? {
    var found: JSONMember?
    for member in root.members where member.key != "job" && member.key.lowercased() == "job" { found = member }
    return found
  }

  private static func lastEnvelope(in root: JSONNode) -> JSONNode? {
    var found: JSONNode?
    for member in root.members where member.key.lowercased() == "job" && member.value.kind == .object {
      if member.key != "job" || describesJob(member.value) { found = member.value }
    }
    return found
  }

  /// Whether an object has the fields that every job in API form has.
  private static func describesJob(_ node: JSONNode) -> Bool {
    node.members.contains { member in
      ["id", "name", "taskgroups"].contains(member.key.lowercased()) && member.value.kind != .object
    }
  }
}
