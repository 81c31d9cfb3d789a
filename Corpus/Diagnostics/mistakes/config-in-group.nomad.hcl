job "web" {
  group "api" {
    config { 
      image = "x" 
    }
    task "t" {
      driver = "docker"
    }
  }
}
