// Blocks of a job by their place in it. Blocks are wide, and to hand one around would be to copy it: these are a reference
// to the list of groups and numbers, and lend the block where it stands.

/// A group.
struct PlacedGroup: Sendable {
  private let groups: [TaskGroup]
  private let number: Int

  init(_ number: Int, in groups: [TaskGroup]) {
    self.groups = groups
    self.number = number
  }

  var group: TaskGroup { _read { yield groups[number] } }

  var tasks: some Sequence<PlacedTask> { group.tasks.indices.lazy.map { PlacedTask($0, in: self) } }
  /// Those of the group itself.
  var services: some Sequence<PlacedService> {
    group.services.indices.lazy.map { PlacedService($0, in: self, of: nil) }
  }
}

/// A task with the group it stands in.
struct PlacedTask: Sendable {
  let place: PlacedGroup
  private let number: Int

  init(_ number: Int, in place: PlacedGroup) {
    self.place = place
    self.number = number
  }

  var task: Task { _read { yield place.group.tasks[number] } }
  var group: TaskGroup { _read { yield place.group } }

  var services: some Sequence<PlacedService> {
    task.services.indices.lazy.map { PlacedService($0, in: place, of: self) }
  }
}

/// A service with the block it stands in.
struct PlacedService: Sendable {
  private let place: PlacedGroup
  /// The task that has the service; nil for a service of the group.
  let owner: PlacedTask?
  private let number: Int

  init(_ number: Int, in place: PlacedGroup, of owner: PlacedTask?) {
    self.place = place
    self.owner = owner
    self.number = number
  }

  var service: Service {
    _read {
      if let owner {
        yield owner.task.services[number]
      } else {
        yield place.group.services[number]
      }
    }
  }
  var group: TaskGroup { _read { yield place.group } }
}

/// A check with the service it belongs to.
struct PlacedCheck: Sendable {
  private let place: PlacedService
  private let number: Int

  init(_ number: Int, in place: PlacedService) {
    self.place = place
    self.number = number
  }

  var check: Service.Check { _read { yield service.checks[number] } }
  var service: Service { _read { yield place.service } }
  var group: TaskGroup { _read { yield place.group } }
  /// The task that has the service; nil for a service of the group.
  var owner: PlacedTask? { place.owner }
}

/// A template with the task it stands in.
struct PlacedTemplate: Sendable {
  private let place: PlacedTask
  private let number: Int

  init(_ number: Int, in place: PlacedTask) {
    self.place = place
    self.number = number
  }

  var template: Template { _read { yield place.task.templates[number] } }
}
