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

  /// The group's networks and the old ones of its tasks.
  var allNetworks: [Network] {
    var networks = group.networks
    for each in tasks { if let resources = each.task.resources { networks += resources.networks } }
    return networks
  }

  var tasks: some Sequence<PlacedTask> { group.tasks.indices.lazy.map { PlacedTask($0, in: self) } }
  /// Those of the group itself.
  var services: some Sequence<PlacedService> {
    group.services.indices.lazy.map { PlacedService($0, of: group.services, in: self, nil) }
  }
}

/// A task with the group it stands in.
struct PlacedTask: Sendable {
  private let tasks: [Task]
  private let number: Int
  let place: PlacedGroup

  init(_ number: Int, in place: PlacedGroup) {
    self.tasks = place.group.tasks
    self.number = number
    self.place = place
  }

  var task: Task { _read { yield tasks[number] } }
  var group: TaskGroup { _read { yield place.group } }

  var services: some Sequence<PlacedService> {
    task.services.indices.lazy.map { PlacedService($0, of: task.services, in: place, self) }
  }
  var templates: some Sequence<PlacedTemplate> {
    task.templates.indices.lazy.map { PlacedTemplate($0, in: self) }
  }
}

/// A service with the block it stands in.
struct PlacedService: Sendable {
  private let services: [Service]
  private let number: Int
  private let place: PlacedGroup
  /// The task that has the service; nil for a service of the group.
  let owner: PlacedTask?

  init(_ number: Int, of services: [Service], in place: PlacedGroup, _ owner: PlacedTask?) {
    self.services = services
    self.number = number
    self.place = place
    self.owner = owner
  }

  var service: Service { _read { yield services[number] } }
  var group: TaskGroup { _read { yield place.group } }

  var checks: some Sequence<PlacedCheck> {
    service.checks.indices.lazy.map { PlacedCheck($0, in: self) }
  }
}

/// A check with the service it belongs to.
struct PlacedCheck: Sendable {
  private let checks: [Service.Check]
  private let number: Int
  private let place: PlacedService

  init(_ number: Int, in place: PlacedService) {
    self.checks = place.service.checks
    self.number = number
    self.place = place
  }

  var check: Service.Check { _read { yield checks[number] } }
  var service: Service { _read { yield place.service } }
  var group: TaskGroup { _read { yield place.group } }
  /// The task that has the service; nil for a service of the group.
  var owner: PlacedTask? { place.owner }
}

/// A template with the task it stands in.
struct PlacedTemplate: Sendable {
  private let templates: [Template]
  private let number: Int

  init(_ number: Int, in place: PlacedTask) {
    self.templates = place.task.templates
    self.number = number
  }

  var template: Template { _read { yield templates[number] } }
}
