import HCLParser
import JobSpec

/// What `expand --env` prints.
struct EnvironmentOutput {
  private let environments: [TaskEnvironment]
  private let isVerbose: Bool
  private var places: SourcePlaces
  private let file: String

  /// Where the values are those of instances on a cluster.
  private let instances: PlannedInstances?

  init(environments: [TaskEnvironment], sources: SourceSet, isVerbose: Bool, instances: PlannedInstances? = nil) {
    self.instances = instances
    self.environments = environments
    self.isVerbose = isVerbose
    places = SourcePlaces(sources)
    file = sources.texts.first?.name ?? ""
  }

  /// Which task of each group makes the client start a pause container.
  var pauseNotes: [String] {
    environments.filter(\.forcesPauseContainer).map {
      "task \"\($0.task)\" of group \"\($0.group)\" has driver \"\($0.driver)\": the client starts a pause container, which owns the group's network namespace"
    }
  }

  /// A table for each set of tasks that see the same.
  var text: String {
    mutating get {
      var tables: [String] = []
      var index = 0
      while index < environments.count {
        let first = environments[index]
        let same = environments[index...].prefix {
          $0.group == first.group && $0.variables == first.variables
        }
        index += same.count
        tables.append(table(of: Array(same)))
      }
      return tables.joined(separator: "\n") + (isVerbose && !pauseNotes.isEmpty ? "\n" : "")
        + (isVerbose ? pauseNotes.map { "Note: \($0)\n" }.joined() : "")
    }
  }

  private mutating func table(of tasks: [TaskEnvironment]) -> String {
    guard let first = tasks.first else { return "" }
    let names = tasks.map { "\"\($0.task)\"" }.joined(separator: ", ")
    var text =
      "\(tasks.count == 1 ? "Task" : "Tasks") \(names) of group \"\(first.group)\", network mode \"\(first.mode)\"\(place(of: first.group))\n"
    guard !first.variables.isEmpty else { return text + "  no variables about networks\n" }
    let nameWidth = first.variables.map(\.name.count).max() ?? 0
    let valueWidth = first.variables.map { ($0.value ?? "-").count }.max() ?? 0
    for variable in first.variables {
      let line = variable.range.flatMap { places.place(of: $0) }.map { ", line \($0.start.line)" } ?? ""
      text += "  \(Self.padded(variable.name, nameWidth))  \(Self.padded(variable.value ?? "-", valueWidth))"
      text += "  \(variable.source)\(line)\n"
    }
    return text
  }

  /// `, as web.api[0] on node "edge-1"`.
  private func place(of group: String) -> String {
    guard let instances else { return "" }
    guard let name = instances.names[group] else { return "; no new instance has a place on these nodes" }
    return ", as \(name.allocation) on node \"\(name.node)\""
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  var json: String {
    mutating get {
      var tasks: [JSONValue] = []
      for environment in environments {
        var variables: [JSONValue] = []
        for variable in environment.variables {
          let place = variable.range.flatMap { places.place(of: $0) }
          variables.append([
            "Name": .string(variable.name), "Value": .optional(variable.value), "Source": .string(variable.source),
            "File": .string(place?.file ?? file), "Range": DiagnosticJSON.range(place),
          ])
        }
        let instance = instances?.names[environment.group]
        var members: [JSONObject.Member] = [.init("TaskGroup", .string(environment.group))]
        if instances != nil {
          members.append(.init("Allocation", .optional(instance?.allocation)))
          members.append(.init("NodeName", .optional(instance?.node)))
        }
        members += [
          .init("Task", .string(environment.task)), .init("Driver", .string(environment.driver)),
          .init("Mode", .string(environment.mode)),
          .init("ForcesPauseContainer", .bool(environment.forcesPauseContainer)),
          .init("Variables", .array(variables)),
        ]
        tasks.append(.object(JSONObject(members)))
      }
      return JSONWriter.text(["Tasks": .array(tasks)] as JSONValue, layout: .indented(2)) + "\n"
    }
  }
}
