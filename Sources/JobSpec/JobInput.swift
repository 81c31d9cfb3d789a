public import HCLParser

/// Everything a job is made from: its text, values for its variables, and what the outside lends.
public struct JobInput: Sendable {
  /// A text of a variable's value: `--var name=text`, or an environment variable.
  public struct Assignment: Sendable, Hashable {
    /// The variable's name.
    public var name: String
    /// Its value as given, not read yet.
    public var text: String

    /// `name=text`.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A file of variable values, in HCL or in HCL's JSON form.
  public struct VariableFile: Sendable, Hashable {
    /// What messages call the file.
    public var name: String
    /// Its content.
    public var bytes: [UInt8]

    /// A file under the name that messages use; one that ends in `.json` is JSON.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A count supposed for a group in place of the one in the file.
  public struct AssumedCount: Sendable, Hashable {
    /// The job it speaks of; nil for every job that has such a group.
    public var job: String?
    /// The name of the group.
    public var group: String
    /// How many instances it is to have.
    public var count: Int

    /// A count for a group, of one job or of all.
    public init(job: String? = nil, group: String, count: Int) {
      self.job = job
      self.group = group
      self.count = count
    }
  }

  /// What messages call the job file: its path as the user typed it, or `<stdin>`.
  public var name: String
  /// The job's text.
  public var bytes: [UInt8]
  /// From `--var`, in order; of one name the last wins.
  public var assignments: [Assignment] = []
  /// From `--var-file`, in order; a later file wins.
  public var variableFiles: [VariableFile] = []
  /// From the environment, without the prefix `NOMAD_VAR_`.
  public var environment: [Assignment] = []
  /// The files that functions may read.
  public var files = FileAccess.refused
  /// Random bytes for `uuidv4` and `bcrypt`. Nil leaves their values unknown, so that equal input gives equal output.
  public var randomBytes: (@Sendable (_ count: Int) -> [UInt8])?
  /// False: values for variables that the file does not declare are warnings, not errors.
  public var refusesUndeclaredVariables = true
  /// True: a variable without a value is unknown instead of an error; what depends on it is passed over.
  public var allowsUnsetVariables = false
  /// False: the job is read and expanded, and no rule speaks, as "parse" has it.
  public var runsRules = true
  /// What the user wants of the rules.
  public var rules = RuleSettings()
  /// A further check of the text, lent from outside: what it finds obeys settings and ignore comments like the rest.
  public var textCheck: (@Sendable (SyntaxTree) -> [Diagnostic])?
  /// True: rules that only advise speak too, as `lint` has it.
  public var givesAdvice = false
  /// The version that is registered now, if it is known: some changes are refused.
  public var running: Job?
  /// Counts to suppose, of several for one group the last.
  public var assumedCounts: [AssumedCount] = []
  /// True where the cluster lets tasks use more memory than they reserve.
  public var allowsMemoryOversubscription = false

  /// A job without values for its variables and without files.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A job with values for its variables, as `--var` gives them.
  public init(name: String, bytes: [UInt8], variables: [String: String]) {
    self.init(name: name, bytes: bytes)
    // A dictionary has no order; values of different names do not touch each other, so any fixed one will do.
    assignments = variables.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Assignment($0.key, $0.value) }
  }
}

extension Job {
  /// The groups that an assumed count speaks of, by their places.
  package func groups(meantBy assumed: JobInput.AssumedCount) -> [Int] {
    if let wanted = assumed.job, !id.utf8.elementsEqual(wanted.utf8) { return [] }
    return groups.indices.filter { groups[$0].name.utf8.elementsEqual(assumed.group.utf8) }
  }

  /// The job with other counts.
  func supposing(_ counts: [JobInput.AssumedCount]) -> Job {
    var job = self
    for assumed in counts { for group in groups(meantBy: assumed) { job.groups[group].count = assumed.count } }
    return job
  }
}
