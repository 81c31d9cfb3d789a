extension DriverSchema {
  /// `docker`: containers run by Docker.
  static let docker = DriverSchema(
    "docker", dependentKeys: [("volume_driver", "volumes")],
    hints: [
      "tmpfs": "write a mount block with type = \"tmpfs\"",
      "gpus": "GPUs are asked for by a \"device\" block in \"resources\"",
      "working_dir": "the key is called \"work_dir\"",
      "workdir": "the key is called \"work_dir\"",
      "network": "the key is called \"network_mode\"",
      "log_driver": "write logging { type = \"…\" }",
      "ulimits": "the key is called \"ulimit\"",
      "cap_adds": "the key is called \"cap_add\"",
      "port": "write ports = [\"label\"]",
    ],
    [
      DriverField.string("image", "The image to run.").required,
      .bool("advertise_ipv6_address", "Whether services are registered with the container's IPv6 address."),
      .strings("args", "Arguments of the command, or of the image's entry point."),
      .block(
        "auth", "Credentials for a private registry.",
        [
          .string("username", "The account's name."),
          .string("password", "The account's password."),
          .string("email", "The account's mail address."),
          .string("server_address", "The registry's name or address, without the protocol."),
        ]),
      .bool("auth_soft_fail", "Whether the image is pulled without credentials where they fail."),
      .strings("cap_add", "Linux capabilities to add."),
      .strings("cap_drop", "Linux capabilities to take away."),
      .string("cgroupns", "The cgroup namespace to use.", oneOf: ["host", "private"]),
      .string("command", "The command to run."),
      .number("container_exists_attempts", "How often a container left over is purged."),
      .number("cpu_cfs_period", "The period in microseconds in which CPU use is measured."),
      .bool("cpu_hard_limit", "Whether CPU use is limited even where there is idle capacity."),
      .string("cpuset_cpus", "The CPUs that the container may use."),
      .blocks(
        "devices", "Devices of the host for the container.",
        [
          DriverField.string("host_path", "The device on the host.").required,
          .string("container_path", "The device in the container."),
          .string("cgroup_permissions", "What the container may do with it: r, w, m."),
        ]),
      .strings("dns_options", "Options for name resolution."),
      .strings("dns_search_domains", "Domains to search names in."),
      .strings("dns_servers", "Name servers."),
      DriverField("entrypoint", .stringOrStrings, "What runs instead of the image's entry point."),
      .strings("extra_hosts", "Hosts to add to /etc/hosts, as name:address."),
      .bool("force_pull", "Whether the image is pulled even where it is there."),
      .strings("group_add", "Further groups of the container's user."),
      .block(
        "healthchecks", "How health checks built into the image are handled.",
        [.bool("disable", "Whether they are switched off.")]),
      .string("hostname", "The container's host name."),
      .string("image_pull_timeout", "How long pulling the image may take."),
      .bool("init", "Whether an init process runs as the first one."),
      .bool("interactive", "Whether standard input stays open."),
      .string("ipc_mode", "The IPC namespace."),
      .string("ipv4_address", "The container's IPv4 address in its network."),
      .string("ipv6_address", "The container's IPv6 address in its network."),
      .string("isolation", "The isolation of Windows containers.", oneOf: ["hyperv", "process", "default"]),
      .texts("labels", "Labels of the container."),
      .string("load", "An archive to load the image from."),
      .block(
        "logging", "Where the container's output goes.",
        [
          .string("type", "The log driver of Docker."),
          .string("driver", "The log driver of Docker."),
          .texts("config", "The log driver's options."),
        ]),
      .string("mac_address", "The container's MAC address."),
      .number("memory_hard_limit", "The most memory that the container may use, in MB."),
      .blocks("mount", "Something mounted into the container.", mountFields),
      DriverField.blocks("mounts", "Things mounted into the container.", mountFields).deprecated("mount"),
      .strings("network_aliases", "Further names of the container in its network."),
      .string("network_mode", "The network that the container joins."),
      .number("oom_score_adj", "How likely the task is killed when memory runs out."),
      .string("pid_mode", "The PID namespace."),
      .number("pids_limit", "How many processes the container may have."),
      DriverField("port_map", .map(of: .number), "Port labels and the container's ports behind them.")
        .deprecated("ports"),
      .strings("ports", "The labels of the ports to map into the container."),
      .bool("privileged", "Whether the container has access to the host's devices."),
      .bool("readonly_rootfs", "Whether the container's file system is read-only."),
      .string("runtime", "The container runtime to use."),
      .strings("security_opt", "Security options for Docker."),
      .number("shm_size", "The size of /dev/shm in bytes."),
      .texts("storage_opt", "Storage options of the container."),
      .texts("sysctl", "Kernel parameters to set."),
      .bool("tty", "Whether a terminal is attached."),
      .texts("ulimit", "Limits of the container, as soft:hard."),
      .string("userns_mode", "The user namespace."),
      .string("uts_mode", "The UTS namespace."),
      .string("volume_driver", "The driver of named volumes."),
      .strings("volumes", "Folders to mount, as host_path:container_path."),
      .string("work_dir", "The working directory inside the container."),
    ])

  private static let mountFields: [DriverField] = [
    .string("type", "What is mounted.", oneOf: ["bind", "volume", "tmpfs"]),
    .string("target", "The path in the container."),
    .string("source", "The path on the host, or the volume's name."),
    .bool("readonly", "Whether it is read-only."),
    .block(
      "bind_options", "Options of a bind mount.",
      [
        .string(
          "propagation", "How mounts inside it spread.",
          oneOf: ["private", "rprivate", "shared", "rshared", "slave", "rslave"])
      ]),
    .block(
      "tmpfs_options", "Options of a file system in memory.",
      [.number("size", "Its size in bytes."), .number("mode", "Its permissions.")]),
    .block(
      "volume_options", "Options of a volume.",
      [
        .bool("no_copy", "Whether the volume stays empty at first."),
        .texts("labels", "The volume's labels."),
        .string("subpath", "A folder inside the volume."),
        .block(
          "driver_config", "The volume's driver.",
          [.string("name", "Its name."), .texts("options", "Its options.")]),
      ]),
  ]
}
