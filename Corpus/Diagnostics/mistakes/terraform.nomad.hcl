terraform {
  required_providers {
    nomad = {
      source = "hashicorp/nomad"
    }
  }
}

provider "nomad" {
  address = "http://x"
}

resource "nomad_job" "app" {
  jobspec = file("${path.module}/job.hcl")
}

output "x" {
  value = nomad_job.app.id
}
