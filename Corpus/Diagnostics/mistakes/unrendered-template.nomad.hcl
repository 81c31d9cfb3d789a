job [[ template "job_name" . ]] {
  datacenters = [[ .my.datacenters | toStringList ]]

  group "api" {
    task "server" {
      driver = "docker"
    }
  }
}
