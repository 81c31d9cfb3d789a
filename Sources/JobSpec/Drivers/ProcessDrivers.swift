extension DriverSchema {
  private static let command = DriverField.string("command", "The program to run.").required
  private static let arguments = DriverField.strings("args", "The program's arguments.")
  private static let workDirectory = DriverField.string("work_dir", "The working directory.")

  private static let isolation: [DriverField] = [
    .string("pid_mode", "Whether the task has a PID namespace of its own.", oneOf: ["private", "host"]),
    .string("ipc_mode", "Whether the task has an IPC namespace of its own.", oneOf: ["private", "host"]),
    .strings("cap_add", "Linux capabilities to add."),
    .strings("cap_drop", "Linux capabilities to take away."),
  ]

  private static let noImage = ["image": "this driver runs a program; containers need driver = \"docker\""]

  /// `exec`: a program isolated by the operating system.
  static let exec = DriverSchema("exec", hints: noImage, [command, arguments, workDirectory] + isolation)

  /// `exec2`: a program isolated by the newer means of Linux.
  static let exec2 = DriverSchema(
    "exec2", hints: noImage,
    [
      command, arguments, workDirectory,
      .strings("unveil", "Paths that the task may reach, with what it may do there: r:/etc/hosts."),
      .number("oom_score_adj", "How likely the task is killed when memory runs out."),
      .strings("cap_add", "Linux capabilities to add."),
      .strings("cap_drop", "Linux capabilities to take away."),
    ])

  /// `raw_exec`: a program without any isolation.
  static let rawExec = DriverSchema(
    "raw_exec", exclusiveKeys: [["cgroup_v1_override", "cgroup_v2_override"]], hints: noImage,
    [
      command, arguments, workDirectory,
      .texts("cgroup_v1_override", "Controllers and the cgroups that the task joins."),
      .string("cgroup_v2_override", "The unified cgroup that the task joins."),
      .number("oom_score_adj", "How likely the task is killed when memory runs out."),
      .strings("denied_envvars", "Environment variables that the task does not get."),
    ])

  /// `java`: a program on the Java virtual machine.
  static let java = DriverSchema(
    "java", neededChoices: [["jar_path", "class"]], hints: noImage,
    [
      .string("class", "The class to run."),
      .string("class_path", "Where classes are looked for."),
      .string("jar_path", "The archive to run."),
      .strings("jvm_options", "Options of the virtual machine."),
      arguments, workDirectory,
    ] + isolation)

  /// `qemu`: a virtual machine.
  static let qemu = DriverSchema(
    "qemu", hints: ["image": "the key is called \"image_path\""],
    [
      DriverField.string("image_path", "The image of the machine.").required,
      .string("accelerator", "The accelerator: tcg or kvm."),
      .strings("args", "Further options for QEMU."),
      .string("drive_interface", "The interface of the image's drive."),
      .string("emulator", "The emulator to run."),
      .bool("graceful_shutdown", "Whether the machine is asked to shut down."),
      .bool("guest_agent", "Whether the guest agent is reachable."),
      .string("machine_type", "The type of the machine."),
      DriverField("port_map", .map(of: .number), "Port labels and the machine's ports behind them."),
    ])
}
